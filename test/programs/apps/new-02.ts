// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// bag of words
const docs = ['the cat sat on the mat', 'the dog ate the cat', 'a mat is a mat', 'dogs and cats'];
const vocab = new Map<string, number>();
for (const d of docs) for (const w of d.split(/\s+/)) if (!vocab.has(w)) vocab.set(w, vocab.size);
const counts = np.zeros([docs.length, vocab.size], 'int32');
docs.forEach((d, i) => { for (const w of d.split(' ')) counts.set([i, vocab.get(w)!], Number(counts.get([i, vocab.get(w)!])) + 1); });
const df = np.sum(counts.greater(0), 0) as np.NDArray;
const idf = np.log(np.reciprocal(df.add(1).astype('float64')).multiply(docs.length));
const tfidf = counts.multiply(idf);
const norm = np.sqrt(np.sum(np.square(tfidf), 1, true) as np.NDArray);
const unit = tfidf.divide(norm);
const sim = unit.dot(unit.transpose()) as np.NDArray;
console.log(counts.tolist(), df.dtype, sim.shape, Number(sim.get([0, 1])).toFixed(4));
const big = np.tile(unit, [2000, 4]);
const top = np.argsort(big, 1);
const best = top.slice(':', '-3:');
const picked = np.take_along_axis(big, best, 1);
const kinds = { big, top, best, picked };
for (const [name, a] of Object.entries(kinds)) console.log(name, a.dtype, a.shape, a.nbytes);
const { picked: p, ...rest } = kinds;
const flat = p.ravel();
const cum = np.cumsum(flat.astype('float32'));
console.log(cum.dtype, Object.keys(rest).length, Number(cum.get([-1])).toFixed(2));
const mask = flat.greater(0.5);
const sel = flat.bindex(mask);
console.log(sel.shape, mask.nbytes);
