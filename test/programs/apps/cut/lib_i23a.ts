export * from './lib_i23b.ts';
export const f = () => 1;
