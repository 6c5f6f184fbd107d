/** The whole table of laws against the library, in place of the sample that `npm test` takes. */
process.env.LAWS_DRIFT = 'full';
await import('./laws-drift.test.ts');

export {};
