/**
 * The lock file is complete: npm drops optional packages of other platforms from it when the registry at hand lacks
 * them, and then refuses `npm ci` everywhere.
 */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

interface Locked {
  readonly version?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

for (const path of ['package-lock.json', 'test/editor/vscode-web/package-lock.json']) {
  test(`${path} has each optional package of each package`, () => {
    const file = readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
    const packages = (JSON.parse(file) as { packages: Record<string, Locked> }).packages;
    for (const [folder, { optionalDependencies = {} }] of Object.entries(packages)) {
      for (const name of Object.keys(optionalDependencies)) {
        const places = [`${folder}/node_modules/${name}`, `node_modules/${name}`].map((place) =>
          place.replace(/^\//, ''),
        );
        assert.ok(
          places.some((place) => packages[place]?.version),
          `${folder || 'the root'} needs ${name}, which is not locked`,
        );
      }
    }
  });
}
