// byte pair like tokenizer and bag of words
import * as np from 'numpy-ts';

const WORDS = ['lorem', 'ipsum', 'dolor', 'sit', 'amet', 'consectetur', 'adipiscing', 'elit', 'sed', 'do', 'eiusmod', 'tempor'];

class Vocabulary {
  private readonly ids = new Map<string, number>();
  readonly counts = new Uint32Array(4096);
  id(token: string): number {
    let id = this.ids.get(token);
    if (id === undefined) {
      id = this.ids.size;
      this.ids.set(token, id);
    }
    this.counts[id]!++;
    return id;
  }
  get size(): number {
    return this.ids.size;
  }
}

function* documents(n: number): Generator<string> {
  let s = 1;
  for (let i = 0; i < n; i++) {
    const words: string[] = [];
    for (let k = 0; k < 40; k++) {
      s = (s * 16807) % 2147483647;
      words.push(WORDS[s % WORDS.length]! + (s % 25));
    }
    yield words.join(' ');
  }
}

const DOCS = 800;
const MAX_LEN = 64;
const vocab = new Vocabulary();
const encoded = new Int32Array(DOCS * MAX_LEN).fill(-1);
let row = 0;
for (const doc of documents(DOCS)) {
  const tokens = doc.split(' ').map((t) => vocab.id(t));
  encoded.set(tokens, row * MAX_LEN);
  row++;
}

const ids = np.array(encoded).reshape(DOCS, MAX_LEN);
const attention = ids.greater_equal(0);
const padMask = attention.astype('float64');
const lengths = padMask.sum(1) as np.NDArray;

const bow = np.zeros([DOCS, vocab.size]);
for (let d = 0; d < DOCS; d++) {
  for (let k = 0; k < MAX_LEN; k++) {
    const id = encoded[d * MAX_LEN + k]!;
    if (id < 0) break;
    bow.set([d, id], Number(bow.get([d, id])) + 1);
  }
}
const df = np.sum(bow.greater(0).astype('float64'), 0) as np.NDArray;
const idf = np.log(np.divide(np.full([vocab.size], DOCS), df.add(1))).add(1);
const tf = np.divide(bow, lengths.reshape(DOCS, 1));
const tfidf = tf.multiply(idf);
const norms = np.sqrt(np.sum(tfidf.square(), 1, true) as np.NDArray);
const unit = tfidf.divide(norms);
const query = unit.slice('0:1', ':');
const sims = np.matmul(unit, query.T).flatten();
const top = np.argsort(sims).slice('-10:');

const table = np.random.default_rng(0).normal(0, 0.02, [vocab.size, 64]) as np.NDArray;
const safeIds = np.maximum(ids, 0);
const embedded = table.iindex(safeIds.flatten(), 0).reshape(DOCS, MAX_LEN, 64);
const pooled = np.mean(embedded, 1) as np.NDArray;
const positions = np.tile(np.arange(MAX_LEN), [DOCS, 1]);
console.log(vocab.size, bow.shape, bow.nbytes, embedded.nbytes, positions.nbytes, positions.dtype);
console.log('checksum', Number(unit.sum()).toFixed(5), Number(pooled.sum()).toFixed(6), Number(top.sum()), Number(positions.sum()));
