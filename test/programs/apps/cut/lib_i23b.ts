export * from './lib_i23c.ts';
