/** Re-exports all of numpy-ts and adds to it. */
export * from 'numpy-ts';
export const VERSION = 1;
