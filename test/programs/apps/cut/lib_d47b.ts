export * from './lib_d47a.ts';
