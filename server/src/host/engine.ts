/**
 * The real engine: the analysis over the laws of the bundled library, and measurements by executing that library in a
 * worker. What it is made of is loaded when it is first needed, so that `--help` costs nothing and the editor's
 * greeting is answered at once.
 */
import type { Engine, Engines } from '../engine.ts';
import type { Measurements } from './measurements.ts';

export const engines: Engines = {
  async rules() {
    return (await import('../analysis/rules/index.ts')).RULES;
  },
  async open(host, config, patienceMs) {
    const { openLaws } = await import('bytelens/laws');
    const laws = openLaws();
    // The library loads beside the compiler.
    laws.warm();
    const { Analyzer } = await import('../analysis/analyzer.ts');
    let measurements: Measurements | null = null;
    return {
      analysis: new Analyzer({ host, laws, config, ...(patienceMs === undefined ? {} : { patienceMs }) }),
      async measure(plan) {
        const { Measurements } = await import('./measurements.ts');
        measurements ??= new Measurements(`numpy-ts ${laws.version}`);
        return measurements.of(plan);
      },
      close() {
        laws.close();
        measurements?.close();
      },
    } satisfies Engine;
  },
};
