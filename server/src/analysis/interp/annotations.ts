/** What type annotations tell: only where the value itself is not known, for a type is a promise, not a fact. */

import type { State } from '../domain/state.ts';
import { Sym } from '../domain/sym.ts';
import { ANY_BOOL, type ArrayValue, join, NO_HANDLE, numberOf, str, UNDEFINED, type Value } from '../domain/value.ts';
import { ANYTHING, dtypeRange, isDType, joinValues } from '../domain/values.ts';
import type { Instr, TypeHint } from '../ir/types.ts';
import { typedDType } from '../libraries/numpy-ts/outcome.ts';
import type { Context, Frame } from './context.ts';

type Annotate = Instr & { op: 'annotate' };

export function annotated(c: Context, frame: Frame, i: Annotate, v: Value, type: TypeHint, state: State): Value {
  const told = v.k === 'unknown' ? (ofType(c, frame, i, type, state, v, i.name, 0) ?? v) : v;
  c.records.note(c.records.told, frame.module.path, i.span, told, null);
  return told;
}

function ofType(
  c: Context,
  frame: Frame,
  i: Annotate,
  t: TypeHint,
  state: State,
  lost: Value & { k: 'unknown' },
  label: string,
  depth: number,
): Value | null {
  if (depth > 5) return null;
  const again = (x: TypeHint, name: string): Value | null => ofType(c, frame, i, x, state, lost, name, depth + 1);
  switch (t.kind) {
    case 'number':
      return numberOf(ANYTHING, Sym.symbol(label, `${frame.module.path}#${i.id}@${frame.id}`));
    case 'string':
      return str(null);
    case 'boolean':
      return ANY_BOOL;
    case 'bigint':
      return { k: 'bigint', value: null };
    case 'void':
      return UNDEFINED;
    case 'ndarray':
      return outsideArray(c, frame, i, t.dtypes, state, label);
    case 'typed':
      return outsideTyped(c, frame, i, t.ctor, state, label);
    case 'list': {
      const element = again(t.item, label);
      if (!element) return null;
      return c.allocate(state, frame, i.id, `typed ${label}`, {
        t: 'list',
        items: null,
        element,
        length: Sym.symbol(`${label}.length`, `${frame.module.path}#${i.id}@${frame.id}`),
        multi: true,
      });
    }
    case 'tuple': {
      const items = t.items.map((x, n) => again(x, label === '' ? `#${n}` : `${label}[${n}]`) ?? lost);
      return c.allocate(state, frame, i.id, `typed ${label}`, {
        t: 'list',
        items,
        element: null,
        length: Sym.of(items.length),
        multi: true,
      });
    }
    case 'record': {
      const fields = new Map(
        Object.entries(t.fields).map(([n, x]) => [n, again(x, label === '' ? n : `${label}.${n}`) ?? lost] as const),
      );
      return c.allocate(state, frame, i.id, `typed ${label}`, {
        t: 'record',
        fields,
        rest: lost,
        cls: null,
        multi: true,
      });
    }
    case 'union': {
      const members = t.members.map((x) => again(x, label));
      return members.every((m) => m !== null) ? (members as Value[]).reduce(join) : null;
    }
    case 'promise': {
      const value = again(t.value, label);
      return value ? { k: 'promise', value } : null;
    }
    default:
      return null;
  }
}

function outsideArray(
  c: Context,
  frame: Frame,
  i: Annotate,
  dtypes: readonly string[] | null,
  state: State,
  label: string,
): Value {
  const known = dtypes?.every(isDType) ? [...dtypes].sort() : null;
  const values = known ? known.map(dtypeRange).reduce(joinValues) : ANYTHING;
  const a: ArrayValue = {
    k: 'array',
    library: 'numpy-ts',
    cls: 'NDArray',
    ctor: null,
    dtypes: known,
    shape: null,
    strides: null,
    stores: [c.store(state, frame, i.id, `outside ${label}`, values, null, true)],
    handle: NO_HANDLE,
    owns: 'unknown',
    part: true,
    storedItemBytes: null,
    backing: 'unknown',
    why: c.reason(frame, shapeless(label, known?.[0] ?? 'float32'), i.span),
    plan: null,
    told: 'type',
  };
  return a;
}

function outsideTyped(c: Context, frame: Frame, i: Annotate, ctor: string, state: State, label: string): Value {
  const dtype = typedDType(ctor as Parameters<typeof typedDType>[0]);
  const length = Sym.symbol(`${label}.length`, `${frame.module.path}#${i.id}@${frame.id}`);
  return {
    k: 'array',
    library: 'typed-array',
    cls: 'NDArray',
    ctor: ctor as ArrayValue['ctor'],
    dtypes: [dtype],
    shape: [length],
    strides: [Sym.of(1)],
    stores: [c.store(state, frame, i.id, `outside ${label}`, dtypeRange(dtype), null, true)],
    handle: NO_HANDLE,
    owns: 'unknown',
    part: true,
    storedItemBytes: null,
    backing: 'js',
    why: null,
    plan: null,
    told: 'type',
  };
}

/** Why the shape is not known, and what a person can do about it. */
function shapeless(label: string, dtype: string): string {
  const lost = `the type of ${label || 'this value'} does not say its shape`;
  return /^[\w$]+$/.test(label) ? `${lost}; a comment can: bytelens: ${label} is ${dtype}[n, m]` : lost;
}
