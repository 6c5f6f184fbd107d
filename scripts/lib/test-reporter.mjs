/**
 * A reporter for `node --test`: one line a test file, each failure in full, and the counts as JSON in the file that
 * `BYTELENS_COUNTS` names, so that nobody has to read them out of text.
 */

import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { inspect } from 'node:util';

export default async function* report(source) {
  for await (const { type, data } of source) {
    if (type === 'test:fail' && isTest(data)) {
      const { error } = data.details;
      const cause = error.cause ?? error;
      yield `✖ ${shown(data.file)}:${data.line} ${data.name}\n${indent(cause.stack ?? inspect(cause))}\n`;
    } else if (type === 'test:summary' && data.file) {
      const { passed, failed, cancelled, skipped } = data.counts;
      const rest = [failed + cancelled && `${failed + cancelled} failed`, skipped && `${skipped} skipped`].filter(
        Boolean,
      );
      const seconds = (data.duration_ms / 1000).toFixed(1);
      yield `${data.success ? '✔' : '✖'} ${shown(data.file)}: ${[`${passed} passed`, ...rest].join(', ')} (${seconds} s)\n`;
    } else if (type === 'test:summary') {
      const { passed, failed, cancelled } = data.counts;
      const file = process.env.BYTELENS_COUNTS;
      if (file) writeFileSync(file, JSON.stringify({ passed, failed: failed + cancelled }));
    } else if (type === 'test:stderr') {
      yield data.message;
    }
  }
}

/** A group fails when a test in it does; only the test is worth a line. */
function isTest({ details }) {
  return details.type !== 'suite' && details.error?.failureType !== 'subtestsFailed';
}

const shown = (file) => relative(process.cwd(), file ?? '');
const indent = (text) => text.replace(/^/gm, '    ');
