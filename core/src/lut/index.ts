/** Look-up tables: functions of few-bit numbers computed once. */
export { LutError } from './errors.ts';
export { type GridLut, type GridLutOptions, gridLut } from './grid.ts';
export { type Lut, type LutInput, type LutOptions, lut } from './lut.ts';
