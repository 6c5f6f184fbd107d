/**
 * Reads what a program expects of the rules: `// expect: <rule> <<exact text>>` on the line above the expression.
 */
import type { Range } from '../truth/facts.ts';

export interface Expectation {
  readonly rule: string;
  readonly text: string;
  readonly range: Range;
}

const MARKER = /\/\/ expect: (?<rule>[\w-]+) <<(?<text>.*)>>\s*$/;

/** Every expectation of a program. The text must stand exactly once on the line after its marker. */
export function expectations(source: string): Expectation[] {
  const lines = source.split('\n');
  return lines.flatMap((line, number) => {
    const groups = MARKER.exec(line)?.groups;
    if (groups === undefined) return [];
    const { rule = '', text = '' } = groups;
    const target = lines[number + 1] ?? '';
    const at = target.indexOf(text);
    if (at === -1 || target.indexOf(text, at + 1) !== -1) {
      throw new Error(`Line ${number + 2} must hold ${text} exactly once; it is: ${target}`);
    }
    const range = {
      start: { line: number + 1, character: at },
      end: { line: number + 1, character: at + text.length },
    };
    return [{ rule, text, range }];
  });
}
