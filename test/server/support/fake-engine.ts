/**
 * An engine whose answers can be told from a text by eye, to test the front ends apart from the analysis. It sees
 * `np.zeros([…])` (whose fix is safe) and `np.ones([…])` (whose fix is a suggestion), as float64 arrays of that shape.
 * `FAIL` in a text makes every question about it throw; `DISAGREE` makes measurements differ from the law; of a text with
 * `SLOW`, the first two times only its first half is known.
 */
import type { Config, FileFacts, Finding, Fix, Host, HoverFacts, Site } from '../../../server/src/analysis/api.ts';
import { Sym } from '../../../server/src/analysis/domain/sym.ts';
import type { Analysis, Engine, Engines, RuleInfo } from '../../../server/src/engine.ts';
import { formatBytes } from '../../../server/src/format/bytes.ts';

export const FAKE_RULES: readonly RuleInfo[] = [
  { id: 'oversized-dtype', severity: 'warning', summary: 'A dtype wider than its values', page: '# oversized-dtype\n' },
  { id: 'needless-copy', severity: 'information', summary: 'A copy that nothing needs', page: '# needless-copy\n' },
];

const CALL = /np\.(zeros|ones)\(\[([\w, ]+)\](, '\w+')?\)/g;
const RULE = 'oversized-dtype';

class FakeAnalysis implements Analysis {
  readonly #host: Host;
  #config: Config;
  /** As a real one does: texts are kept until told that they changed. */
  readonly #texts = new Map<string, string>();
  /** How often a text with `SLOW` is still told in part. */
  readonly #hurried = new Map<string, number>();

  constructor(host: Host, config: Config) {
    this.#host = host;
    this.#config = config;
  }

  isSettled(path: string): boolean {
    return (this.#hurried.get(path) ?? 0) === 0;
  }

  invalidate(path: string): void {
    this.#texts.delete(path);
  }

  setConfig(config: Config): void {
    this.#config = config;
  }

  facts(path: string): FileFacts {
    const text = this.#text(path);
    const broken = text.indexOf('SYNTAX');
    const end = text.indexOf('}') + 1;
    const peak = Sym.of(this.#sites(text).reduce((sum, s) => sum + (s.nbytes?.value ?? 0), 0));
    return {
      path,
      text,
      sites: this.#sites(text),
      functions: end > 0 ? [{ name: 'main', span: { start: text.indexOf('function'), end }, peak, unknown: null }] : [],
      parseErrors: broken < 0 ? [] : [{ span: { start: broken, end: broken + 6 }, message: 'Unexpected token.' }],
    };
  }

  findings(path: string): Finding[] {
    const all = this.#allFindings(path);
    if (!this.#text(path).includes('SLOW')) return all;
    const left = (this.#hurried.get(path) ?? 3) - 1;
    this.#hurried.set(path, Math.max(0, left));
    return left > 0 ? all.slice(0, all.length >> 1) : all;
  }

  #allFindings(path: string): Finding[] {
    const text = this.#text(path);
    const level = this.#config.rules[RULE] ?? 'warning';
    if (level === 'off' || isComment(text, `// bytelens-ignore-file ${RULE}`)) return [];
    return this.#sites(text).flatMap((site): Finding[] => {
      const before = site.nbytes?.value ?? 0;
      const lineStart = text.lastIndexOf('\n', site.span.start) + 1;
      const ignored = isComment(text.slice(0, lineStart).split('\n').at(-2) ?? '', RULE, text.slice(0, lineStart));
      if (site.dtype !== 'float64' || before < this.#config.minBytes || ignored) return [];
      return [
        {
          id: `${RULE}:${site.span.start}`,
          rule: RULE,
          severity: level,
          span: site.span,
          message: `float64 takes ${formatBytes(before)}, uint8 would take ${formatBytes(before / 8)}.`,
          bytes: { before, after: before / 8 },
          formula: null,
          related: [{ path, span: { start: 0, end: 1 }, message: 'the start' }],
          fixTitles: ['Use uint8'],
        },
      ];
    });
  }

  prepareTypes(): void {}

  fixes(path: string, findingId: string): Fix[] {
    const finding = this.findings(path).find(({ id }) => id === findingId);
    if (!finding) return [];
    const at = finding.span.end - 1;
    const isSafe = this.#text(path).startsWith('np.zeros', finding.span.start);
    return [
      {
        title: 'Use uint8',
        applicability: isSafe ? 'safe' : 'suggestion',
        check: isSafe ? null : 'that nothing above 255 is written',
        edits: [{ span: { start: at, end: at }, newText: ", 'uint8'" }],
      },
    ];
  }

  fixAll(path: string, which: 'safe' | 'suggestions'): { text: string; applied: number } {
    let text = this.#text(path);
    const edits = this.findings(path)
      .flatMap((f) => this.fixes(path, f.id))
      .filter((f) => which === 'suggestions' || f.applicability === 'safe')
      .flatMap((f) => f.edits)
      .toReversed();
    for (const { span, newText } of edits) text = text.slice(0, span.start) + newText + text.slice(span.end);
    return { text, applied: edits.length };
  }

  hover(path: string, offset: number): HoverFacts | null {
    const text = this.#text(path);
    const site = this.#sites(text).find(({ span }) => span.start <= offset && offset <= span.end);
    if (!site) return null;
    const bytes = site.nbytes?.value ?? null;
    // biome-ignore lint/suspicious/noExplicitAny: this engine's plans are its own
    const plan: any =
      bytes === null ? { unavailable: 'sizes are not known' } : { site, wrong: text.includes('DISAGREE') };
    return { span: site.span, site, statementPeak: null, smaller: null, plan };
  }

  #text(path: string): string {
    const text = this.#texts.get(path) ?? this.#host.read(path) ?? '';
    this.#texts.set(path, text);
    if (text.includes('FAIL')) throw new Error('the fake analysis was told to fail');
    return text;
  }

  #sites(text: string): Site[] {
    return [...text.matchAll(CALL)].map((match): Site => {
      const axes = (match[2] as string).split(',').map((axis) => axis.trim());
      const shape = axes.map((axis) =>
        /^\d+$/.test(axis) ? Sym.of(Number(axis)) : axis === '_' ? null : Sym.symbol(axis),
      );
      const dtype = match[3] ? match[3].slice(3, -1) : 'float64';
      const known = shape.every((axis) => axis !== null) ? Sym.product(shape) : null;
      const nbytes = known?.scale(dtype === 'float64' ? 8 : 1) ?? null;
      return {
        span: { start: match.index, end: match.index + match[0].length },
        text: match[0],
        name: /(\w+) = $/.exec(text.slice(Math.max(0, match.index - 40), match.index))?.[1] ?? null,
        library: 'numpy-ts',
        dtype,
        shape,
        nbytes,
        resident: nbytes?.value ? Sym.of(2 ** Math.ceil(Math.log2(nbytes.value)) + 8) : null,
        variants: null,
        told: null,
        plan: null,
        atMost: null,
        storage: 'owns',
        order: 'C',
        values: null,
        unknown: known ? null : { message: '`_` is not known', path: '/elsewhere.ts', span: null },
      };
    });
  }
}

/** Whether the line is a comment with this text; inside a template string nothing is. */
function isComment(line: string, needle: string, before = ''): boolean {
  return line.includes('// bytelens-ignore') && line.includes(needle) && before.split('`').length % 2 === 1;
}

class FakeEngine implements Engine {
  readonly analysis: Analysis;

  constructor(host: Host, config: Config) {
    this.analysis = new FakeAnalysis(host, config);
  }

  async measure(plan: unknown): ReturnType<Engine['measure']> {
    const { site, wrong } = plan as { site: Site; wrong: boolean };
    return {
      library: 'fake 1.0',
      dtype: wrong ? 'float32' : (site.dtype as string),
      shape: site.shape?.map((axis) => axis?.value ?? 0) ?? [],
      nbytes: site.nbytes?.value ?? 0,
      resident: site.resident?.value ?? null,
      storage: 'owns',
      scaled: false,
    };
  }

  close(): void {}
}

export const fakeEngines: Engines = {
  rules: async () => FAKE_RULES,
  open: async (host, config) => new FakeEngine(host, config),
};
