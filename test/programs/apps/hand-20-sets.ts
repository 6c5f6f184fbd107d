import * as np from 'numpy-ts';

const x = np.array([3, 1, 2, 3, 1]);
const u = np.unique(x) as np.NDArray;
const { values, indices, inverse, counts } = np.unique(x, true, true, true) as any;
console.log(u.tolist(), u.dtype, values.tolist(), indices.dtype, inverse.shape, counts.dtype);
const uc = np.unique_counts(x);
const [v2, c2] = [uc.values, uc.counts];
console.log(v2.shape, c2.tolist());
const a = np.array([1, 2, 3, 4], 'int16');
const b = np.array([3, 4, 5], 'int32');
const i = np.intersect1d(a, b);
const un = np.union1d(a, b);
const di = np.setdiff1d(a, b);
const xo = np.setxor1d(a, b);
const ins = np.isin(a, b);
console.log(i.dtype, un.dtype, di.dtype, xo.dtype, ins.dtype, ins.tolist());

// tags of documents: which are in the vocabulary?
const docs = ['the cat sat', 'the dog ran', 'a cat ran'];
const vocabulary = [...new Set(docs.flatMap((d) => d.split(' ')))].sort();
const counts2 = np.zeros([docs.length, vocabulary.length], 'int32');
docs.forEach((doc, row) => {
  for (const word of doc.split(' ')) {
    const col = vocabulary.indexOf(word);
    counts2.set([row, col], Number(counts2.get([row, col])) + 1);
  }
});
const df = np.sum(counts2.greater(0), 0) as np.NDArray;
const idf = np.log(np.divide(np.full_like(df, docs.length, 'float64'), df)).add(1);
const tfidf = counts2.multiply(idf);
const norms = np.sqrt(np.sum(tfidf.square(), 1, true) as np.NDArray);
const unit = tfidf.divide(norms);
const sim = unit.matmul(unit.T);
console.log(counts2.shape, df.dtype, idf.dtype, tfidf.shape, norms.shape, sim.shape, np.round(sim, 2).tolist());
const trimmed = np.trim_zeros(np.array([0, 0, 1, 2, 0]));
console.log(trimmed.tolist(), trimmed.dtype);
const codes = np.array([...'hello world'].map((ch) => ch.charCodeAt(0)), 'uint8');
console.log(codes.shape, np.bincount(codes).shape, codes.equal(108).sum());
const ends = np.append(codes, [33, 33]);
const del = np.delete(codes, [0, 1]);
const inst = np.insert(codes, 5, 44);
console.log(ends.dtype, ends.shape, del.shape, del.dtype, inst.shape, inst.dtype);
