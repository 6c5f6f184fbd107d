/**
 * The licences of the packages that a bundle contains, which have to go where the bundle goes.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { at } from './project.mjs';

const PACKAGE = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//;
const LICENCE = /^(licen[cs]e|copying|thirdpartynotices?|third-party-notices?)([.-].*)?$/i;

/** @param {string[]} inputs the files that went into the bundle, as paths from the root */
export function thirdPartyNotices(inputs) {
  const folders = new Set(inputs.map((path) => PACKAGE.exec(path)?.[1]).filter((folder) => folder !== undefined));
  const notices = [...folders].map(notice).sort((a, b) => a.title.localeCompare(b.title));
  const texts = notices.map(({ title, text }) => `${'='.repeat(80)}\n${title}\n${'='.repeat(80)}\n\n${text}\n`);
  return `Bytelens contains the following packages.\n\n${texts.join('\n')}`;
}

function notice(folder) {
  const { name, version, license } = JSON.parse(readFileSync(at(folder, 'package.json'), 'utf8'));
  const files = readdirSync(at(folder)).filter((file) => LICENCE.test(file));
  const texts = files.map((file) => readFileSync(at(folder, file), 'utf8').trim());
  if (texts.length === 0) texts.push(`Licence: ${license} (the package has no licence file).`);
  return { title: `${name} ${version}`, text: texts.join('\n\n') };
}
