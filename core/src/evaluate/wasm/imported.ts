/** The functions of JavaScript that kernels import, in whichever thread they run. */
import { fmod, hypot, modulo, power } from '../scalar-math.ts';

/** What a kernel may import, by name. Threads import the same. */
export const IMPORTED: Readonly<Record<string, (...args: number[]) => number>> = {
  ...{ exp: Math.exp, expm1: Math.expm1, log: Math.log, log2: Math.log2, log10: Math.log10, log1p: Math.log1p },
  ...{ sin: Math.sin, cos: Math.cos, tan: Math.tan, asin: Math.asin, acos: Math.acos, atan: Math.atan },
  ...{ sinh: Math.sinh, cosh: Math.cosh, tanh: Math.tanh, asinh: Math.asinh, acosh: Math.acosh, atanh: Math.atanh },
  ...{ cbrt: Math.cbrt, exp2: (x: number) => 2 ** x, atan2: Math.atan2, hypot },
  half: (x: number) => (Math as unknown as { f16round(x: number): number }).f16round(x),
  ...{ pow: power, fmod, mod: modulo },
};
