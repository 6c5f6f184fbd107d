import * as np from 'numpy-ts';
// recursion: removal below
const s = new Set();
function down(n) { if (n > 0) { s.add(n); down(n - 1); } else s.clear(); return s.size; }
console.log(np.zeros([down(3) + 1]).shape, np.zeros([s.size + 1]).shape);
const m = new Map();
function rec(n) { m.delete('k'); if (n > 0) { m.set('k', n); rec(n - 1); } }
rec(process.argv.length);
console.log(np.zeros([m.size + 1]).shape);
