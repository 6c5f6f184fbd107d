/** A rule's documentation page, made from its metadata. */
import type { RuleMeta } from './types.ts';

export function rulePage(m: RuleMeta): string {
  const code = (text: string): string => `\`\`\`ts\n${text.trimEnd()}\n\`\`\``;
  return `# ${m.id}

${m.summary}

## What it does

${m.what}

## Why is this bad?

${m.why}

## Example

${code(m.example.before)}

Use instead:

${code(m.example.after)}

## This is right

${code(m.right)}

## Where the advice comes from

${m.advice}

## Turn it off

\`// bytelens-ignore-next-line ${m.id}\` above a line, \`// bytelens-ignore-file ${m.id}\` in a file, or
\`"bytelens.rules": { "${m.id}": "off" }\` in the settings.
`;
}
