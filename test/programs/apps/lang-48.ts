// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// default export default args, module state across files, cycles
import { tables, type Table, addTable, onAdd } from './lib/lang-48-db.ts';
import rowsOf, { lastQuery as lq } from './lib/lang-48-q.ts';
let notices = 0; onAdd((t) => { notices += t.rows; });
addTable('a', 3); addTable('b', 5, ['x', 'y']);
console.log(np.zeros([tables.size]).shape, np.zeros([notices]).shape, rowsOf('b').shape, rowsOf('zzz').shape, lq);
const t: Table = tables.get('a')!; t.rows = 7; t.cols.push('k');
console.log(rowsOf('a').shape, np.zeros([t.cols.length]).shape);
try { addTable('a', 1); } catch { t.rows += 1; }
console.log(rowsOf('a').shape, np.zeros([notices]).shape, np.zeros([lq.length]).shape);
const { default: again, lastQuery, reset } = await import('./lib/lang-48-q.ts');
again('b'); console.log(np.zeros([lastQuery.length + lq.length]).shape); reset(); console.log(np.zeros([lq.length + 1]).shape);
