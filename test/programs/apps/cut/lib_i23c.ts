export * from './lib_i23a.ts';
export let n = 3;
export function g() { n = 5; }
