/** The value facts against many more random executions than `npm test` makes. */
import { readdirSync } from 'node:fs';

process.env.VALUES_EFFORT = '8';
process.env.VALUES_SEED = '23';
const folder = new URL('./values/', import.meta.url);
for (const name of readdirSync(folder).filter((each) => each.endsWith('.test.ts')))
  await import(new URL(name, folder).href);
