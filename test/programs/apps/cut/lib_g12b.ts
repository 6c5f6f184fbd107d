export * from './lib_g11b.ts';
