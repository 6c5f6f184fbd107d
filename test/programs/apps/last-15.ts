import * as np from 'numpy-ts';
// several independent parts
{
  const a = np.ones([800, 800]);
  const b = a.copy();
  b.slice('100:200', ':').fill(3);
  console.log('part 1', Number(a.sum()), Number(b.sum()));
}
{
  const prices = np.linspace(100, 200, 5000);
  const ret = np.diff(prices).divide(prices.slice(':-1'));
  const up = np.asarray(np.where(ret.greater(0.0001), 1, 0));
  console.log('part 2', ret.shape, up.dtype, Number(up.sum()), Number(ret.std()).toFixed(8));
}
{
  const table = { x: np.arange(0, 1000, 1, 'int32'), y: np.full([1000], 2.5) };
  const { x, y } = table;
  const z = x.multiply(y);
  console.log('part 3', z.dtype, Number(z.sum()));
  table.x = x.add(1);
  console.log(Number(table.x.sum()), Number(x.sum()));
}
{
  const mask = np.zeros([600, 600]);
  for (let i = 0; i < 600; i += 3) mask.slice(`${i}`, ':').fill(1);
  const img = np.full([600, 600], 7, 'int32');
  const kept = img.multiply(mask);
  console.log('part 4', kept.dtype, Number(kept.sum()));
}
{
  const parts: np.NDArray[] = [];
  for (const k of [1, 2, 3]) parts.push(np.full([1000], k, 'int16'));
  const joined = np.concatenate(parts);
  const split = np.split(joined, 3);
  console.log('part 5', joined.dtype, joined.nbytes, split.length, Number(np.mean(split[2]!)));
}
