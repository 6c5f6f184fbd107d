/** What is said of a program that takes too long to follow: of each call that may give an array, that it is not known. */
import { unknown } from '../domain/value.ts';
import type { Block, Instr, ModuleIR, Temp } from '../ir/types.ts';
import { blocksOf } from '../ir/uses.ts';
import type { Modules } from './context.ts';
import { Records } from './records.ts';

const MESSAGE = 'this code takes too long to follow: it calls itself, or repeats, too often';
/** What the language provides of which no member gives an array. */
const PLAIN = new Set([
  'console',
  'Math',
  'JSON',
  'Number',
  'String',
  'Boolean',
  'BigInt',
  'Date',
  'process',
  'performance',
]);

export function givenUp(modules: Modules, roots: readonly string[]): Records {
  const records = new Records();
  records.exhausted = true;
  const seen = new Set<string>();
  const visit = (path: string): void => {
    const module = seen.has(path) ? null : modules.load(path);
    seen.add(path);
    if (!module) return;
    for (const f of module.functions) if (f) note(records, module, f.body, new Map());
    for (const specifier of module.requests) {
      const found = modules.resolve(path, specifier);
      if (found.kind === 'file') visit(found.path);
    }
  };
  for (const path of roots) visit(path);
  return records;
}

function note(records: Records, module: ModuleIR, block: Block, made: Map<Temp, Instr>): void {
  for (const s of block) {
    if ('dst' in s) made.set(s.dst, s);
    if (
      (s.op === 'call' || s.op === 'invoke' || s.op === 'new') &&
      !isPlain(made.get(s.op === 'invoke' ? s.obj : s.callee))
    )
      records.note(records.sites, module.path, s.span, unknown(MESSAGE, module.path, s.span), null);
    for (const inner of blocksOf(s)) note(records, module, inner, made);
  }
}

function isPlain(of: Instr | undefined): boolean {
  return of?.op === 'global' && PLAIN.has(of.name);
}
