/**
 * The terminal, or what stands in its place: colours and progress only where a person looks, and a reader that goes
 * away (`| head`) ends the program quietly.
 */
import { styleText } from 'node:util';

export type Style = Parameters<typeof styleText>[0];
/** Colours a text, or does not. */
export type Paint = (style: Style, text: string) => string;

export const plain: Paint = (_style, text) => text;

export interface Terminal {
  /** Everything that a command answers. */
  out(text: string): void;
  /** What it has to say about its own work. */
  note(text: string): void;
  /** One line on stderr that replaces itself; `null` clears it. Only on a terminal. */
  progress(text: string | null): void;
  /** Columns to wrap at. */
  readonly width: number;
  readonly paint: Paint;
}

const WIDTH_WITHOUT_TERMINAL = 100;
const NARROWEST = 40;
const WIDEST = 120;

export function processTerminal(): Terminal {
  const { stdout, stderr } = process;
  for (const stream of [stdout, stderr]) stream.on('error', endOfReader);
  let shown = false;
  const progress = (text: string | null): void => {
    if (!stderr.isTTY || (text === null && !shown)) return;
    shown = text !== null;
    stderr.write(`\r\u001b[2K${text === null ? '' : text.slice(0, (stderr.columns || WIDTH_WITHOUT_TERMINAL) - 1)}`);
  };
  return {
    out: (text) => void stdout.write(text),
    note: (text) => {
      progress(null);
      stderr.write(`${text}\n`);
    },
    progress,
    // Some terminals say that they have 0 columns.
    width: Math.min(Math.max(stdout.columns || WIDTH_WITHOUT_TERMINAL, NARROWEST), WIDEST),
    // Leaves the text as it is where stdout is no terminal, or NO_COLOR is set.
    paint: (style, text) => styleText(style, text, { stream: stdout }),
  };
}

function endOfReader(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
}
