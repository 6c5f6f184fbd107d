/**
 * Reads an hour of telemetry and reports on its last minute.
 *
 * The file is read as a whole, all of it is converted, and then a few per cent are used.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as np from 'numpy-ts';

const RATE = 100;
const SECONDS = 3600;
const CHANNELS = 4;
const SAMPLES = RATE * SECONDS;
const LAST_MINUTE = 60 * RATE;

/** Temperatures in hundredths of a degree, as a logger writes them: int16, channel by channel in each sample. */
function recordHour(path: string): void {
  const values = new Int16Array(SAMPLES * CHANNELS);
  for (let i = 0; i < SAMPLES; i++) {
    for (let c = 0; c < CHANNELS; c++) {
      values[i * CHANNELS + c] = 2000 + c * 100 + ((i * (c + 3)) % 500) - (i % 97);
    }
  }
  writeFileSync(path, new Uint8Array(values.buffer));
}

function load(path: string): np.NDArray {
  const file = readFileSync(path);
  const values = new Int16Array(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength));
  return np.array(values).reshape(SAMPLES, CHANNELS);
}

/** The number of each sample, to find gaps. Counts to 360,000: four bytes would do, eight are taken. */
function sampleNumbers(): np.NDArray {
  return np.arange(SAMPLES);
}

function peakToPeak(channel: np.NDArray): number {
  return Number(np.max(channel)) - Number(np.min(channel));
}

const folder = mkdtempSync(join(tmpdir(), 'telemetry-'));
try {
  const path = join(folder, 'hour.bin');
  recordHour(path);

  const raw = load(path);
  const degrees = raw.divide(100);
  const archive = degrees.copy();
  console.log('hour', archive.shape, Number(np.mean(archive)).toFixed(6));

  // Alarm levels per sample: 0, 1 or 2.
  const alarms = np.zeros([SAMPLES]);
  alarms.slice('1000:1200').fill(1);
  alarms.slice('5000:5050').fill(2);
  console.log('alarms', Number(np.count_nonzero(alarms)), Number(np.max(alarms)));

  const numbers = sampleNumbers();
  const gaps = Number(np.count_nonzero(np.greater(np.diff(numbers), 1)));
  console.log('gaps', gaps);

  const last = degrees.slice(`-${LAST_MINUTE}:`);
  for (let c = 0; c < CHANNELS; c++) {
    const channel = last.slice(':', String(c));
    console.log(`channel ${c}`, Number(np.mean(channel)).toFixed(4), peakToPeak(channel).toFixed(2));
  }

  // The minute outlives the hour, so here a copy is right: a view would keep all of it.
  const kept = last.copy();
  degrees.dispose();
  console.log('kept', kept.shape, Number(np.sum(kept)).toFixed(4));
} finally {
  rmSync(folder, { recursive: true });
}
