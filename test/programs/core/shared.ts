import { evaluate, shared, ufunc } from 'bytelens';
import * as np from 'numpy-ts';

shared.setThreads(1);
const a = shared.zeros([200, 100]);
const b = shared.ones([200, 100], 'float32');
const c = shared.full([200, 100], 7, 'uint8');
const copied = shared.array(np.arange(50));
const moved = shared.asshared(np.arange(50));
const sum = evaluate('a + b', { a, b });
const mixed = evaluate('a + x', { a, x: np.ones([200, 100]) });
const twice = np.add(a, a);
const row = a.slice('3');
const rows = evaluate('row * 2', { row });
const added = ufunc.add(c, 1);
const flat = c.reshape(20_000);

console.log(a.shape, b.dtype, c.dtype, copied.shape, moved.dtype, sum.dtype, mixed.shape, twice.shape, rows.shape);
console.log(added.dtype, flat.shape);
