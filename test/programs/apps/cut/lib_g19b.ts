export * from './lib_g19a.ts';
