/**
 * The real engine: the analysis over the laws of the bundled library, and measurements by executing that library in a
 * worker. What it is made of is loaded when it is first needed, so that `--help` costs nothing and the editor's
 * greeting is answered at once.
 */
import type { Engine, Engines } from '../engine.ts';

export const engines: Engines = {
  async rules() {
    return (await import('../analysis/rules/index.ts')).RULES;
  },
  async open(host, config) {
    const [{ Analyzer }, { openLaws }] = await Promise.all([
      import('../analysis/analyzer.ts'),
      import('bytelens/laws'),
    ]);
    const laws = openLaws();
    return {
      analysis: new Analyzer({ host, laws, config }),
      measure: async () => ({ unavailable: 'nothing is measured yet' }),
      close: () => laws.close(),
    } satisfies Engine;
  },
};
