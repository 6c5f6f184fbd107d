import * as np from 'numpy-ts';
// one-hot / vocab
const text = 'the cat sat on the mat and the dog sat on the log'.split(' ');
const vocab = [...new Set(text)].sort();
const index = new Map(vocab.map((w, i) => [w, i] as const));
const ids = np.array(text.map((w) => index.get(w)!), 'int32');
const eye = np.eye(vocab.length);
const onehot = np.take(eye, ids, 0);
console.log(vocab.length, onehot.shape, onehot.dtype, Number(onehot.sum()));
const E = np.arange(5000 * 64).reshape(5000, 64);
const toks = np.arange(0, 5000, 7);
const emb = np.take(E, toks, 0);
console.log(E.dtype, emb.shape, emb.dtype, Number(np.sum(emb)));
const emb2 = E.iindex([1, 5, 9], 0);
console.log(emb2.shape, Number(emb2.sum()));
const tf = np.zeros([600, 200]);
for (let i = 0; i < 600; i++) for (let k = 0; k < 5; k++) { const j = (i * 31 + k * 17) % 200; tf.set([i, j], Number(tf.get([i, j])) + 1); }
const df = np.sum(tf.greater(0), 0) as np.NDArray;
const idf = np.log(np.reciprocal(np.add(df, 1).divide(600)));
const tfidf = tf.multiply(idf);
const norm = np.sqrt(np.sum(np.square(tfidf), 1, true) as np.NDArray);
const unit = tfidf.divide(norm);
const sim = np.matmul(unit.slice(':10'), unit.T);
console.log(df.dtype, df.shape, idf.dtype, tfidf.shape, norm.shape, sim.shape, Number(sim.get([0, 0])).toFixed(6));
const top = np.argsort(np.negative(sim), 1).slice(':', ':3');
console.log(top.shape, top.dtype, Number(top.get([0, 0])));
const counts = np.zeros([60000]);
for (const w of text) counts.set([index.get(w)!], Number(counts.get([index.get(w)!])) + 1);
console.log(Number(np.max(counts)), Number(np.argmax(counts)));
