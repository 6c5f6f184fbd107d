/** Arenas: memory that is used again. */
export { Arena, type ArenaOptions, ArenaScope } from './arena.ts';
export { ArenaError, ReleasedError } from './errors.ts';
export type { ArenaStats } from './pool.ts';
