// RLE, delta and bit packing compression of sensor data
import * as np from 'numpy-ts';
import assert from 'node:assert/strict';

export interface Encoded {
  kind: 'rle' | 'delta';
  payload: np.NDArray[];
  bytes: number;
}

function rleEncode(a: np.NDArray): Encoded {
  const change = np.not_equal(a.slice('1:'), a.slice(':-1'));
  const at = np.flatnonzero(change).add(1);
  const starts = np.concatenate([np.array([0]), at]);
  const ends = np.concatenate([at, np.array([a.size])]);
  const lengths = ends.subtract(starts).astype('int32');
  const values = a.iindex(starts.astype('int32'));
  return { kind: 'rle', payload: [values, lengths], bytes: values.nbytes + lengths.nbytes };
}

function rleDecode({ payload }: Encoded): np.NDArray {
  const [values, lengths] = payload as [np.NDArray, np.NDArray];
  return np.repeat(values, (lengths.tolist() as number[]).map(Number)) as np.NDArray;
}

function deltaEncode(a: np.NDArray): Encoded {
  const first = a.slice(':1').copy();
  const deltas = np.diff(a).astype('int8');
  return { kind: 'delta', payload: [first, deltas], bytes: first.nbytes + deltas.nbytes };
}

function deltaDecode({ payload: [first, deltas] }: Encoded): np.NDArray {
  const all = np.concatenate([first!, deltas!.astype('int32')]);
  return np.cumsum(all);
}

const LENGTH = 200_000;
function walk(): np.NDArray {
  const out = new Int32Array(LENGTH);
  let s = 7;
  for (let i = 1; i < LENGTH; i++) {
    s = (s * 48271) % 2147483647;
    out[i] = out[i - 1]! + ((s % 11) - 5);
  }
  return np.array(out);
}

function states(): np.NDArray {
  const levels = np.arange(LENGTH).floor_divide(37).mod(5);
  return levels.astype('int32');
}

const signal = walk();
const state = states();
const rle = rleEncode(state);
const delta = deltaEncode(signal);
const state2 = rleDecode(rle);
const signal2 = deltaDecode(delta);
assert.ok(np.array_equal(state, state2));
assert.equal(Number(np.sum(np.abs(signal.subtract(signal2)))), 0);

const bits = np.unpackbits(state.astype('uint8').reshape(LENGTH, 1), 1);
const low = bits.slice(':', '5:');
const packed = np.packbits(low.copy().flatten());
const entropy = ((): number => {
  const counts = np.bincount(state).astype('float64');
  const p = counts.divide(LENGTH);
  return -Number(np.sum(p.multiply(np.log2(p))));
})();
console.log('raw', state.nbytes, signal.nbytes, 'rle', rle.bytes, 'delta', delta.bytes, 'packed', packed.nbytes, 'bits', bits.nbytes);
console.log('checksum', entropy.toFixed(6), Number(np.sum(packed)), Number(signal2.sum()), Number(low.sum()));
