/**
 * The extension's manifest says what the programs do: a command, a setting or a file that only one of them knows is a
 * dead end for a user.
 */

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const at = (path: string): URL => new URL(`../../${path}`, import.meta.url);
const read = (path: string): string => readFileSync(at(path), 'utf8');

interface Manifest {
  readonly main: string;
  readonly icon: string;
  readonly version: string;
  readonly engines: { readonly vscode: string };
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly default: unknown }>> };
  };
}
const manifest = JSON.parse(read('package.json')) as Manifest;

test('each command of the manifest is registered, and the other way round', () => {
  const registered = [...read('client/src/commands.ts').matchAll(/registerCommand\('([\w.]+)'/g)].map(([, id]) => id);
  const contributed = manifest.contributes.commands.map(({ command }) => command);
  assert.deepEqual(contributed.toSorted(), registered.toSorted());
});

test('the server knows each setting of the manifest, with the same default', async () => {
  const { readSettings } = await import('../../server/src/lsp/settings.ts');
  const nested: Record<string, unknown> = {};
  for (const [key, { default: value }] of Object.entries(manifest.contributes.configuration.properties)) {
    const [, ...path] = key.split('.');
    let place = nested;
    for (const part of path.slice(0, -1)) {
      place[part] ??= {};
      place = place[part] as Record<string, unknown>;
    }
    place[path.at(-1) ?? ''] = value;
  }
  const complaints: string[] = [];
  const byManifest = readSettings(nested, (text) => complaints.push(text));
  assert.deepEqual(complaints, []);
  assert.deepEqual(byManifest, readSettings({}, assert.fail));
});

test('the languages that start the extension are those that the server is asked about', () => {
  const [, list = ''] = /const LANGUAGES = \[([^\]]*)\]/.exec(read('client/src/server.ts')) ?? [];
  const asked = [...list.matchAll(/'(\w+)'/g)].map(([, language]) => `onLanguage:${language}`);
  assert.deepEqual(manifest.activationEvents, asked);
});

test('the files that the manifest names exist once built', () => {
  for (const path of [manifest.main, manifest.icon]) assert.ok(existsSync(at(path)), path);
});

test('the parts carry one version', async () => {
  const { VERSION } = await import('../../server/src/product.ts');
  const versions = ['client', 'server', 'core'].map((part) => JSON.parse(read(`${part}/package.json`)).version);
  assert.deepEqual([VERSION, ...versions], Array(4).fill(manifest.version));
});
