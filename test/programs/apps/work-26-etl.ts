import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import * as np from 'numpy-ts';
import type { NDArray } from 'numpy-ts';

// Streaming ETL of measurement blocks: object-mode streams, back-pressure and a final report
interface Block { id: number; data: NDArray; quality?: NDArray }
const ROWS = 250;
const COLS = 160;
function* source(n: number): Generator<Block> {
  for (let id = 0; id < n; id++) {
    const data = np.arange(ROWS * COLS).reshape(ROWS, COLS).mod(50 + id).astype('float64') as NDArray;
    yield { id, data };
  }
}
const template = np.ones([ROWS, COLS]);
const calibration = { gain: template, offset: np.zeros([ROWS, COLS]) as NDArray };
const originalGain = calibration.gain.copy() as NDArray;

const calibrate = new Transform({
  objectMode: true,
  transform(block: Block, _enc, cb) {
    const data = block.data.multiply(calibration.gain).add(calibration.offset) as NDArray;
    cb(null, { ...block, data });
  },
});
const flag = new Transform({
  objectMode: true,
  transform(block: Block, _enc, cb) {
    const quality = np.greater(block.data, 40).astype('uint8') as NDArray;
    this.push({ ...block, quality });
    cb();
  },
});
const done: Block[] = [];
const sink = new Transform({
  objectMode: true,
  transform(block: Block, _e, cb) {
    done.push(block);
    if (block.id === 1) calibration.gain.fill(2);
    cb();
  },
});
await pipeline(Readable.from(source(4)), calibrate, flag, sink);
for (const { id, data, quality } of done) console.log(id, data.dtype, data.shape, Number(data.sum()), quality?.dtype, Number(quality?.sum()));
console.log(Number(originalGain.sum()), Number(template.sum()));

const total = done.reduce((acc, b) => acc.add(b.data) as NDArray, np.zeros([ROWS, COLS]) as NDArray);
const mean = total.divide(done.length) as NDArray;
const stack = np.stack(done.map((b) => b.data));
const spread = np.std(stack, 0) as NDArray;
const z = np.divide(np.subtract(stack, mean), spread.add(1e-9)) as NDArray;
console.log(stack.shape, stack.nbytes, z.dtype, z.shape, Number(np.abs(z).max()).toFixed(4));
const mask = np.less(np.abs(z), 1) as NDArray;
const kept = np.where(mask, stack, NaN) as NDArray;
console.log(mask.dtype, Number(np.nansum(kept)), Number(np.isnan(kept).sum()));
const q = np.percentile(stack, 90, 0) as NDArray;
console.log(q.dtype, q.shape);
type Stage = [name: string, run: (x: NDArray) => NDArray];
const stages: Stage[] = [
  ['log', (x) => np.log1p(x) as NDArray],
  ['scale', (x) => x.subtract(x.min() as number).divide(x.ptp() as number) as NDArray],
  ['quant', (x) => np.floor(x.multiply(255)).astype('uint8') as NDArray],
];
let cur: NDArray = mean;
const trace: Record<string, NDArray> = {};
for (const [name, run] of stages) trace[name] = cur = run(cur);
console.log(Object.entries(trace).map(([k, v]) => `${k}:${v.dtype}:${v.nbytes}`));
const { quant, ...others } = trace;
const lut = np.arange(256).multiply(3).astype('uint16') as NDArray;
const coloured = np.take(lut, (quant!.ravel().tolist() as number[])).reshape(ROWS, COLS) as NDArray;
console.log(coloured.dtype, coloured.nbytes, Object.keys(others), Number(coloured.max()));
const chunks = await Array.fromAsync((async function* () { for (let i = 0; i < ROWS; i += 100) yield coloured.rows(i, Math.min(i + 100, ROWS)); })());
const joined = np.concatenate(chunks) as NDArray;
coloured.fill(0);
console.log(chunks.map((c) => c.shape[0]), Number(joined.sum()) > 0, Number(chunks[0]!.sum()), joined.dtype);
const index = Object.groupBy(done, (b) => (b.id % 2 ? 'odd' : 'even'));
const first = done[0]!.data;
const firstCopy = first.copy() as NDArray;
index.even![0]!.data.fill(-1);
console.log(Number(firstCopy.sum()), Number(first.sum()));
