import * as np from 'numpy-ts';
// heat equation simulation loop; copy needed since u is written
const nx = 120, ny = 90;
const u = np.zeros([ny, nx]);
u.slice('40:50', '50:70').fill(100);
const alpha = 0.1;
for (let s = 0; s < 30; s++) {
  const un = u.copy();
  const c = un.slice('1:-1', '1:-1');
  const lap = un.slice('2:', '1:-1').add(un.slice(':-2', '1:-1')).add(un.slice('1:-1', '2:')).add(un.slice('1:-1', ':-2')).subtract(c.multiply(4));
  np.copyto(u.slice('1:-1', '1:-1'), c.add(lap.multiply(alpha)));
  u.slice('0', ':').fill(0);
  u.slice('-1', ':').fill(0);
}
console.log(u.shape, Number(u.sum()).toFixed(6), Number(u.max()).toFixed(6));
// wave with three buffers
let prev = np.zeros([400]);
let cur = np.exp(np.linspace(-5, 5, 400).power(2).negative());
const snaps: np.NDArray[] = [];
for (let i = 0; i < 50; i++) {
  const next = np.zeros([400]);
  const l = cur.slice('2:').add(cur.slice(':-2')).subtract(cur.slice('1:-1').multiply(2));
  np.copyto(next.slice('1:-1'), cur.slice('1:-1').multiply(2).subtract(prev.slice('1:-1')).add(l.multiply(0.25)));
  prev = cur;
  cur = next;
  if (i % 10 === 0) snaps.push(cur.copy());
}
const film = np.stack(snaps);
console.log(film.shape, Number(film.sum()).toFixed(6));
