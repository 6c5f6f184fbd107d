import { install } from './lib_e46b.ts';
install([Math]);
export const pad = 1;
