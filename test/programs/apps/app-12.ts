// Bag of words: vocabulary, count matrix, tf-idf, cosine similarity, top terms.
import * as np from 'numpy-ts';
import { rowNorms, tokenize, Vocabulary } from './lib/text.ts';

const WORDS = ['alpha', 'beta', 'gamma', 'delta', 'kappa', 'omega', 'sigma', 'theta', 'zeta', 'rho'];

function corpus(docs: number): string[] {
  const out: string[] = [];
  let s = 3;
  for (let d = 0; d < docs; d++) {
    const parts: string[] = [];
    for (let w = 0; w < 12; w++) {
      s = (s * 16807) % 2147483647;
      parts.push(`${WORDS[s % 10]}${(s >> 8) % 40}`);
    }
    out.push(parts.join(' '));
  }
  return out;
}

function countMatrix(docs: string[], vocab: Vocabulary): np.NDArray {
  const counts = np.zeros([docs.length, vocab.size]);
  docs.forEach((doc, i) => {
    for (const token of tokenize(doc)) {
      const j = vocab.index(token);
      if (j === undefined) continue;
      counts.set([i, j], Number(counts.get([i, j])) + 1);
    }
  });
  return counts;
}

function tfidf(counts: np.NDArray): np.NDArray {
  const n = counts.shape[0]!;
  const df = np.sum(np.greater(counts, 0).astype('float64'), 0) as np.NDArray;
  const idf = np.log(np.full([df.size], n).divide(df.add(1))).add(1);
  const tf = counts.divide(np.maximum(np.sum(counts, 1, true) as np.NDArray, 1));
  return tf.multiply(idf);
}

function cosine(weights: np.NDArray): np.NDArray {
  const normed = weights.divide(rowNorms(weights).reshape(weights.shape[0]!, 1));
  return normed.matmul(normed.T);
}

const docs = corpus(600);
const vocab = new Vocabulary();
for (const doc of docs) vocab.add(tokenize(doc));
const counts = countMatrix(docs, vocab);
console.log('counts', counts.shape, Number(np.sum(counts)), Number(np.max(counts)));
const w = tfidf(counts);
const sim = cosine(w);
console.log('sim', sim.shape, Number(np.sum(sim)).toFixed(4));
const self = np.diagonal(sim);
console.log('diag', Number(np.mean(self)).toFixed(6));
const off = sim.copy();
for (let i = 0; i < off.shape[0]!; i++) off.set([i, i], 0);
const best = np.argmax(off, 1) as np.NDArray;
console.log('best', best.dtype, Number(np.sum(best)));

const dense = np.zeros([600, 1000]);
for (let i = 0; i < 600; i++) dense.set([i, (i * 7) % 1000], 255);
const rows = np.sum(dense, 1) as np.NDArray;
console.log('dense', Number(np.sum(rows)), Number(np.max(dense)));
const stop = np.ones([1000, 300], 'float64');
stop.slice(':', ':10').fill(0);
const projected = dense.matmul(stop);
console.log('projected', projected.shape, Number(np.sum(projected)));
const lengths = np.array(docs.map((d) => d.length));
console.log('lengths', lengths.dtype, Number(np.mean(lengths)).toFixed(3));
const binary = np.greater(counts, 0).astype('int8');
const overlap = binary.astype('float64').matmul(binary.astype('float64').T);
console.log('overlap', Number(np.sum(overlap)), overlap.dtype);
const flat = counts.copy().reshape(-1);
console.log('flat', flat.shape, Number(np.count_nonzero(flat)));
