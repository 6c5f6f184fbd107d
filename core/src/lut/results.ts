/** What a function gives, as elements of the table's dtype: never wrapped, and rounded only as was asked for. */
import { holds } from '../dtypes/holds.ts';
import { type DTypeInfo, dtypeTable, isDType } from '../dtypes/table.ts';
import { valueText } from '../errors.ts';
import { LutError } from './errors.ts';

export type Round = 'nearest' | 'trunc' | 'floor' | 'ceil';

export interface ResultOptions<D extends string = string> {
  /** The dtype of the results. By default float64. */
  result?: D;
  /** How fractions become integers, where the result has an integer dtype: `nearest` rounds halves up. Without it a fraction is an error. */
  round?: Round;
  /** Whether what is too small or too large becomes the dtype's least or greatest value. Without it that is an error. */
  clip?: boolean;
}

const ROUNDS: Readonly<Record<Round, (x: number) => number>> = {
  nearest: Math.round,
  trunc: Math.trunc,
  floor: Math.floor,
  ceil: Math.ceil,
};

/** The dtype that results are to have: any but the complex ones. */
export function resultInfo(called: string, dtype: unknown): DTypeInfo {
  const info = isDType(dtype) ? dtypeTable().get(dtype) : undefined;
  if (info === undefined || info.kind === 'c') {
    throw new LutError(called, 'result', 'a dtype of real numbers', valueText(dtype));
  }
  return info;
}

/** Makes an element of what a function gave; `of` names what it was given. */
export type Convert = (value: unknown, of: () => string) => number | bigint;

export function converter(called: string, info: DTypeInfo, options: ResultOptions): Convert {
  const { round, clip = false } = options;
  const rounding = round === undefined ? null : ROUNDS[round];
  if (rounding === undefined) throw new LutError(called, 'round', Object.keys(ROUNDS).join(', '), valueText(round));
  const wrong = (value: unknown, of: () => string): LutError =>
    new LutError(called, 'fn', `a value that ${info.name} holds`, `${valueText(value)} for ${of()}`);
  return (given, of) => {
    const value = typeof given === 'boolean' ? Number(given) : given;
    if (typeof value !== 'number' && typeof value !== 'bigint') throw wrong(given, of);
    if (info.kind === 'f') return Number(value);
    let number: number | bigint = typeof value === 'number' && rounding !== null ? rounding(value) : value;
    if (clip && number < info.min) number = info.min;
    if (clip && number > info.max) number = info.max;
    if (!holds(info.name, number)) throw wrong(given, of);
    return info.bigint ? BigInt(number) : Number(number);
  };
}
