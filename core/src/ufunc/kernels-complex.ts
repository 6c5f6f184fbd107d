/**
 * Complex arithmetic as NumPy does it. Each function writes the real part to `out[at]` and the imaginary part after it;
 * comparisons write 0 or 1, and compare real parts first, as NumPy does.
 */
import type { ComplexKernel } from './kernels.ts';

export const add: ComplexKernel = (ar, ai, br, bi, out, at) => {
  out[at] = ar + br;
  out[at + 1] = ai + bi;
};

export const subtract: ComplexKernel = (ar, ai, br, bi, out, at) => {
  out[at] = ar - br;
  out[at + 1] = ai - bi;
};

export const multiply: ComplexKernel = (ar, ai, br, bi, out, at) => {
  out[at] = ar * br - ai * bi;
  out[at + 1] = ar * bi + ai * br;
};

/** Smith's method, as NumPy's loops: it does not overflow where the quotient does not. */
export const divide: ComplexKernel = (ar, ai, br, bi, out, at) => {
  const realSize = Math.abs(br);
  const imaginarySize = Math.abs(bi);
  if (realSize >= imaginarySize) {
    if (realSize === 0 && imaginarySize === 0) {
      out[at] = ar / realSize;
      out[at + 1] = ai / realSize;
      return;
    }
    const ratio = bi / br;
    const scale = 1 / (br + bi * ratio);
    out[at] = (ar + ai * ratio) * scale;
    out[at + 1] = (ai - ar * ratio) * scale;
    return;
  }
  const ratio = br / bi;
  const scale = 1 / (bi + br * ratio);
  out[at] = (ar * ratio + ai) * scale;
  out[at + 1] = (ai * ratio - ar) * scale;
};

export const power: ComplexKernel = (ar, ai, br, bi, out, at) => {
  if (br === 0 && bi === 0) {
    out[at] = 1;
    out[at + 1] = 0;
    return;
  }
  if (ar === 0 && ai === 0) {
    // 0 to a power with a positive real part is 0; else it is not defined.
    const value = br > 0 ? 0 : Number.NaN;
    out[at] = value;
    out[at + 1] = value;
    return;
  }
  if (bi === 0 && Number.isInteger(br) && Math.abs(br) < 100) {
    integerPower(ar, ai, br, out, at);
    return;
  }
  const logSize = Math.log(Math.hypot(ar, ai));
  const angle = Math.atan2(ai, ar);
  const size = Math.exp(br * logSize - bi * angle);
  const turn = br * angle + bi * logSize;
  out[at] = size * Math.cos(turn);
  out[at + 1] = size * Math.sin(turn);
};

/** Small integer powers by multiplication, which keeps what is exact exact. */
function integerPower(ar: number, ai: number, exponent: number, out: Float64Array, at: number): void {
  let [re, im, sr, si] = [1, 0, ar, ai];
  for (let rest = Math.abs(exponent); rest > 0; rest >>= 1) {
    if (rest & 1) [re, im] = [re * sr - im * si, re * si + im * sr];
    [sr, si] = [sr * sr - si * si, 2 * sr * si];
  }
  if (exponent < 0) divide(1, 0, re, im, out, at);
  else {
    out[at] = re;
    out[at + 1] = im;
  }
}

const hasNaN = (re: number, im: number): boolean => Number.isNaN(re) || Number.isNaN(im);

function isGreater(ar: number, ai: number, br: number, bi: number): boolean {
  return ar === br ? ai > bi : ar > br && !Number.isNaN(ai) && !Number.isNaN(bi);
}

function isGreaterEqual(ar: number, ai: number, br: number, bi: number): boolean {
  return ar === br ? ai >= bi : ar > br && !Number.isNaN(ai) && !Number.isNaN(bi);
}

function choice(first: (ar: number, ai: number, br: number, bi: number) => boolean): ComplexKernel {
  return (ar, ai, br, bi, out, at) => {
    const chosen = first(ar, ai, br, bi);
    out[at] = chosen ? ar : br;
    out[at + 1] = chosen ? ai : bi;
  };
}

export const maximum = choice((ar, ai, br, bi) => hasNaN(ar, ai) || isGreaterEqual(ar, ai, br, bi));
export const minimum = choice((ar, ai, br, bi) => hasNaN(ar, ai) || isGreaterEqual(br, bi, ar, ai));
export const fmax = choice((ar, ai, br, bi) => hasNaN(br, bi) || isGreaterEqual(ar, ai, br, bi));
export const fmin = choice((ar, ai, br, bi) => hasNaN(br, bi) || isGreaterEqual(br, bi, ar, ai));

function test(f: (ar: number, ai: number, br: number, bi: number) => boolean): ComplexKernel {
  return (ar, ai, br, bi, out, at) => {
    out[at] = f(ar, ai, br, bi) ? 1 : 0;
    out[at + 1] = 0;
  };
}

export const greater = test(isGreater);
export const greaterEqual = test(isGreaterEqual);
export const less = test((ar, ai, br, bi) => isGreater(br, bi, ar, ai));
export const lessEqual = test((ar, ai, br, bi) => isGreaterEqual(br, bi, ar, ai));
export const equal = test((ar, ai, br, bi) => ar === br && ai === bi);
export const notEqual = test((ar, ai, br, bi) => ar !== br || ai !== bi);
