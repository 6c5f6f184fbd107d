import * as np from 'numpy-ts';
// slicing
const x = np.arange(60).reshape(3, 4, 5);
const v1 = x.slice('0');
const v2 = x.slice('-1', '::2', '::-1');
const v3 = x.slice(':', '1:3', '-2:');
const v4 = v3.slice('::-2');
const v5 = v4.slice('0', ':', '0');
const v6 = x.slice('...', '0');
const v7 = x.slice('1:1');
const v8 = x.slice('5:2:-1', ':');
const v9 = x.slice('2:0:-1', '3:0:-2', '4::-3');
const t = v9.T;
const r = v9.reshape(-1);
const rr = v1.reshape(20);
const rav = v1.ravel();
const rav2 = v1.T.ravel();
const fl = v1.flatten();
const sw = x.swapaxes(0, 2);
const mv = x.moveaxis(0, -1);
const tr = x.transpose([2, 0, 1]);
const dg = x.diagonal();
const dg2 = x.slice('0').diagonal(1);
const rows = x.slice('0').rows(1, 3);
const cols = x.slice('0').cols(1, 3);
const row = x.slice('0').row(-1);
const ex = row.expand_dims(0).expand_dims(-1);
const sq = ex.squeeze();
const it = x[0];
const it2 = x[-1];
for (const plane of x) {
  const s = (plane as np.NDArray).slice('0', '::2');
  console.log(s.tolist(), (plane as np.NDArray).nbytes);
}
console.log(v2.shape, v5.shape, v6.shape, v7.shape, v8.shape, t.shape, r.shape, rr.base === null, rav.base === null, rav2.base === null, fl.base === null, sw.shape, mv.shape, tr.shape, dg.shape, dg2.shape, rows.shape, cols.shape, sq.shape, it.shape, it2.shape);
