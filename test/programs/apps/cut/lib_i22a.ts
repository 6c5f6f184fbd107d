import { touch } from './lib_i22b.ts';
export class A { static n = 3; }
touch();
