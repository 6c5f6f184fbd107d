// @ts-nocheck -- how values flow through the language, not which types it takes
import * as np from 'numpy-ts';

// array-like
{
  const al = Array.from({ length: 2, 0: 5, 1: 6 } as ArrayLike<number>);
  np.zeros([al[0] ?? 3]);
}
// concat-either
{
  const either = Number(JSON.parse('1')) === 1 ? [1, 2, 3] : [1];
  np.zeros([either.concat([9]).length]);
}
// concat-unknown
{
  np.zeros([[1, 2].concat(JSON.parse('[3,4,5]')).length]);
}
// copywithin
{
  const cw = [7, 2, 3, 4];
  cw.copyWithin(0, 2);
  np.zeros([cw[0]]);
}
// flat-depth
{
  np.zeros([[1, [2, [3, [4]]]].flat(Infinity).length]);
}
// flat-either
{
  const either = Number(JSON.parse('1')) === 1 ? [1, 2, 3] : [1];
  np.zeros([[[1], either].flat().length]);
}
// flatmap-union
{
  const data = np.array([1, -1, 2]);
  const kept = [0, 1, 2].flatMap((i) => (Number(data.get([i])) > 0 ? [i] : []));
  np.zeros([kept.length]);
}
// foreach-pop
{
  const stack = [1, 2, 3, 4, 5];
  let visits = 0;
  stack.forEach(() => { visits++; stack.pop(); });
  np.zeros([visits]);
}
// foreach-write
{
  const xs = [1, 1, 1];
  xs.forEach((x, i) => { if (i < 2) xs[i + 1] = x + 1; });
  np.zeros([xs[2]]);
}
// holes
{
  let holes = 1;
  new Array(4).forEach(() => { holes++; });
  np.zeros([holes]);
}
// iterator-lazy
{
  let runs = 1;
  const it = [1, 2, 3].values().map((x) => { runs++; return x; });
  np.zeros([runs]);
  it.next();
}
// iterator-next
{
  const it = [1, 2, 3].values();
  it.next();
  let left = 0;
  for (const _ of it) left++;
  np.zeros([left]);
}
// iterator-return
{
  let closed = 2;
  const iter = { [Symbol.iterator]() { return { next: () => ({ done: false, value: 1 }), return() { closed = 9; return { done: true, value: 0 }; } }; } };
  for (const v of iter) if (v === 1) break;
  np.zeros([closed]);
}
// iterator-twice
{
  const it = [5, 6].entries();
  let rounds = 1;
  for (const _ of it) rounds++;
  for (const _ of it) rounds++;
  np.zeros([rounds]);
}
// lists-merged
{
  const boxes = [...Array(Number(JSON.parse('3')))].map(() => ({ v: [1] }));
  const [p, q] = boxes;
  p.v.push(2);
  np.zeros([q.v.length]);
}
// some-early
{
  let calls = 0;
  [1, 2, 3, 4].some((x) => { calls++; return x > 1; });
  np.zeros([calls]);
}
// sparse
{
  np.zeros([[1, , 3].filter(() => true).length]);
}
// spread-array-of
{
  const many: number[] = [];
  while (many.length < JSON.parse('4')) many.push(2);
  np.zeros([Array.of(...many).length]);
}
// spread-hypot
{
  const many: number[] = [];
  while (many.length < JSON.parse('4')) many.push(2);
  np.zeros([Math.hypot(...many)]);
}
// spread-method
{
  const many: number[] = [];
  while (many.length < JSON.parse('4')) many.push(2);
  const o = { make(a = 2, b = 3) { return np.zeros([a, b]); } };
  o.make(...(many as [number, number]));
}
// this-arg
{
  const ctx = { n: 1 };
  [3, 4].forEach(function (this: typeof ctx, x) { this.n += x; }, ctx);
  np.zeros([ctx.n]);
}
