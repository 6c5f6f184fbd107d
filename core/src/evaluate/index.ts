export { evaluate, compile, type Compiled } from './api.ts';
