import again from './lib_i19.ts';
export * as sub from './lib_i19.ts';
export * from './lib_i19.ts';
export { again };
