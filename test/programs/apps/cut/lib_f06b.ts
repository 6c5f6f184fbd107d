export * from './lib_f06a.ts';
