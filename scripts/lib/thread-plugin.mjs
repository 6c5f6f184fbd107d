/**
 * An esbuild plugin for programs that run in a thread of their own. The sources name such a program and its data by
 * `new URL('./…', import.meta.url)`; in a bundle, where every module has the same address, a program becomes
 * `<folder>-<name>.mjs` beside the bundle, and data keeps its name.
 */

import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

const PROGRAM = /new URL\('\.\/([\w-]+)\.ts', import\.meta\.url\)/g;

/** `found` receives the entry point of each program, by the name that it has in the bundle. */
export function threadPlugin(found) {
  return {
    name: 'threads',
    setup(build) {
      build.onLoad({ filter: /[\\/](core|server)[\\/]src[\\/].*\.ts$/ }, async ({ path }) => {
        const folder = dirname(path);
        const text = await readFile(path, 'utf8');
        const contents = text.replace(PROGRAM, (_, name) => {
          const bundled = `${basename(folder)}-${name}`;
          found.set(bundled, join(folder, `${name}.ts`));
          return `new URL('./${bundled}.mjs', import.meta.url)`;
        });
        return { contents, loader: 'ts' };
      });
    },
  };
}
