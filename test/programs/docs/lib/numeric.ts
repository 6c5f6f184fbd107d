/** A local module that re-exports numpy-ts, as projects do to have one place for it. */
export { arange, array, concatenate as join, mean, type NDArray, ones, zeros } from 'numpy-ts';
export * as full from 'numpy-ts';
