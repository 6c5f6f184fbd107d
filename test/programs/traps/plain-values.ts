// @ts-nocheck -- how values flow through the language, not which types it takes
import * as np from 'numpy-ts';

// bigint-step
{
  let k = 0n;
  k++;
  np.zeros([typeof k === 'bigint' ? 5 : 3]);
}
// bool-plus
{
  const flag = true as unknown as number;
  np.zeros([flag + 1 === 2 ? 2 : 4]);
}
// builtin-equals
{
  np.zeros([process.platform === 'linux' ? 4 : 2]);
}
// builtin-truthy
{
  np.zeros([process.stdout.isTTY ? 80 : 40]);
}
// function-property
{
  let init = 3;
  function once() { const f = once as { done?: boolean }; if (!f.done) { f.done = true; init = 6; } }
  once();
  np.zeros([init]);
}
// isarray-match
{
  np.zeros([Array.isArray(/a/.exec('a')) ? 2 : 3]);
}
// list-property
{
  const list = [1, 2] as number[] & { label?: string };
  np.zeros([list.label ? 5 : 3]);
  np.ones([typeof list.label === 'undefined' ? 3 : 5]);
}
// match-group
{
  const m = /a(b)?/.exec('a')!;
  np.zeros([m[1] === undefined ? 1 : 4]);
  np.ones([(m[1] ?? 'xyz') === 'xyz' ? 3 : 5]);
}
// plain-array
{
  const enc = new TextEncoder().encode('abc');
  enc.subarray(1);
  np.zeros([enc.length === 3 ? 3 : 2]);
}
// plain-element
{
  const enc = new TextEncoder().encode('h');
  np.zeros([enc[0] === 104 ? 2 : 3]);
}
// plain-equals
{
  const day = new Date(0);
  np.zeros([day.getUTCFullYear() === 1970 ? 5 : 3]);
}
// plain-exec-loop
{
  const re = /a/g;
  let m: RegExpExecArray | null;
  let n = 2;
  while ((m = re.exec('banana')) !== null) { if (m.index > 90) { n = 9; break; } }
  np.zeros([n]);
}
// plain-falsy
{
  np.zeros([new Date(0).getUTCHours() ? 5 : 3]);
}
// plain-message
{
  let mode = 3;
  try { throw new Error('big'); } catch (e) { if ((e as Error).message === 'big') mode = 5; }
  np.zeros([mode]);
}
// plain-null
{
  const none = /(\d+)/.exec('abc');
  np.zeros([none === null ? 2 : 6]);
  np.ones([none ? 2 : 6]);
}
// regexp-test
{
  np.zeros([/^\d+$/.test('abc') ? 5 : 3]);
}
// string-at
{
  np.zeros(['abc'.at(10) === undefined ? 3 : 5]);
}
// string-index
{
  const s = 'abc';
  np.zeros([s[7] === undefined ? 2 : 6]);
}
// string-of
{
  let total = 2;
  class Box { toString() { total += 1; return 'b'; } }
  String(new Box());
  np.zeros([total]);
}
// typed-index
{
  const t = new Uint8Array(2);
  np.zeros([t[5] === undefined ? 3 : 4]);
}
