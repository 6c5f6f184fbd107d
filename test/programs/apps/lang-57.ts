// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// config resolution: layered defaults, env strings, validation
type Cfg = { rows: number; cols: number; dtype: 'float32' | 'float64'; tags?: string[]; nested?: { depth: number } };
const DEFAULTS: Readonly<Cfg> = { rows: 2, cols: 3, dtype: 'float64', nested: { depth: 1 } };
const fromEnv = (e: Record<string, string | undefined>): Partial<Cfg> => ({ ...(e.ROWS && { rows: Number(e.ROWS) }), ...(e.F32 !== undefined ? { dtype: 'float32' as const } : {}) });
const resolve = (...ls: Partial<Cfg>[]): Cfg => ls.reduce<Cfg>((a, l) => ({ ...a, ...l, nested: { depth: 0, ...a.nested, ...l.nested } }), DEFAULTS);
const c1 = resolve(fromEnv({ ROWS: '5' }), { cols: 4 }); console.log(np.zeros([c1.rows, c1.cols], c1.dtype).shape, np.zeros([1], c1.dtype).dtype, np.zeros([c1.nested!.depth]).shape);
const c2 = resolve(fromEnv({ F32: '' }), { nested: { depth: 3 } }, { rows: undefined } as Partial<Cfg>); console.log(np.zeros([c2.rows ?? 7, c2.cols], c2.dtype).dtype, np.zeros([c2.rows ?? 7]).shape, np.zeros([c2.nested!.depth]).shape);
c1.nested!.depth = 6; console.log(np.zeros([DEFAULTS.nested!.depth]).shape, np.zeros([c2.nested!.depth]).shape);
const shared = { ...DEFAULTS }; shared.nested!.depth = 4; console.log(np.zeros([DEFAULTS.nested!.depth]).shape);
const check = (c: Cfg): asserts c is Cfg & { tags: string[] } => { c.tags ??= ['a']; if (c.rows > 4) c.tags.push('big'); }; check(c1); console.log(np.zeros([c1.tags.length]).shape);
const get = <T,>(o: any, path: string, d: T): T => path.split('.').reduce((x, k) => x?.[k], o) ?? d; console.log(np.zeros([get(c1, 'nested.depth', 2)]).shape, np.zeros([get(c1, 'nope.x', 8)]).shape);
const set = (o: any, path: string, v: unknown) => { const ks = path.split('.'); const last = ks.pop()!; let t = o; for (const k of ks) t = t[k] ??= {}; t[last] = v; }; set(c1, 'nested.depth', 11); set(c1, 'q.w', 3); console.log(np.zeros([c1.nested!.depth]).shape, np.zeros([(c1 as any).q.w]).shape);
const pickKeys = <T extends object, K extends keyof T>(o: T, ...ks: K[]) => Object.fromEntries(ks.map((k) => [k, o[k]])) as Pick<T, K>; const pk = pickKeys(c1, 'rows', 'nested'); pk.rows = 1; pk.nested!.depth = 12; console.log(np.zeros([c1.rows]).shape, np.zeros([c1.nested!.depth]).shape);
const { rows: R = 9, ...others } = c2; (others as Cfg).nested!.depth = 2; console.log(np.zeros([c2.nested!.depth]).shape, np.zeros([R]).shape);
const args = ['--rows=6', '--f32', 'pos', '--cols', '2']; const opts: Record<string, string | true> = {}; const pos: string[] = []; for (let i = 0; i < args.length; i++) { const m = /^--([^=]+)(?:=(.*))?$/.exec(args[i]); if (!m) { pos.push(args[i]); continue; } if (m[2] !== undefined) opts[m[1]] = m[2]; else if (args[i + 1] && !args[i + 1].startsWith('--') && m[1] === 'cols') opts[m[1]] = args[++i]; else opts[m[1]] = true; }
console.log(np.zeros([Number(opts.rows), +opts.cols], opts.f32 ? 'float32' : 'float64').shape, np.zeros([2], opts.f32 ? 'float32' : 'float64').dtype, np.zeros([pos.length]).shape);
const en = { A: 2, B: 5, 2: 'A', 5: 'B' } as const; console.log(np.zeros([en.A, en.B]).shape, np.zeros([en[en[5]]]).shape, np.zeros([Object.keys(en).length]).shape); const LV = Object.freeze(['lo', 'mid', 'hi'] as const); console.log(np.zeros([LV.indexOf('hi') + 1]).shape); const byLv = Object.fromEntries(LV.map((l, i) => [l, i + 2])) as Record<(typeof LV)[number], number>; console.log(np.zeros([byLv.mid]).shape);
