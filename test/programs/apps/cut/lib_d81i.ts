export * from './lib_d81s.ts';
export * from './lib_d81x.ts';
export const bump = 1 as any;
