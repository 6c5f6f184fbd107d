export * from './lib_h02a.ts';
