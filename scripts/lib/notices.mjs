/**
 * The licences of the packages that a bundle contains, which have to go where the bundle goes.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { at } from './project.mjs';

const PACKAGE = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//;
const LICENCE = /^(licen[cs]e|copying|notice|thirdpartynotices?|third-party-notices?)([.-].*)?$/i;

/** Packages that carry another's code in their own files, and a package that has its licence. */
const CARRIED = { 'node_modules/@ts-morph/common': 'node_modules/typescript' };

/** @param {string[]} inputs the files that went into the bundle, as paths from the root */
export function thirdPartyNotices(inputs) {
  const folders = new Set(inputs.map((path) => PACKAGE.exec(path)?.[1]).filter((folder) => folder !== undefined));
  const carried = Object.entries(CARRIED).filter(([carrier]) => folders.has(carrier));
  const notices = [...Array.from(folders, notice), ...carried.map(carriedNotice)].sort((a, b) =>
    a.title.localeCompare(b.title),
  );
  const texts = notices.map(({ title, text }) => `${'='.repeat(80)}\n${title}\n${'='.repeat(80)}\n\n${text}\n`);
  return `Bytelens contains the following packages.\n\n${texts.join('\n')}`;
}

function notice(folder) {
  const { name, version, license } = manifest(folder);
  return { title: `${name} ${version}`, text: licence(folder) ?? `Licence: ${license} (it has no licence file).` };
}

function carriedNotice([carrier, carried]) {
  return { title: `${manifest(carried).name}, inside ${manifest(carrier).name}`, text: licence(carried) };
}

function manifest(folder) {
  return JSON.parse(readFileSync(at(folder, 'package.json'), 'utf8'));
}

function licence(folder) {
  const files = readdirSync(at(folder)).filter((file) => LICENCE.test(file));
  if (files.length === 0) return undefined;
  return files.map((file) => readFileSync(at(folder, file), 'utf8').trim()).join('\n\n');
}
