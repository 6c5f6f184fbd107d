// @ts-nocheck -- how values flow through the language, not which types it takes
import * as np from 'numpy-ts';

// callee-always-throws
{
  let tries = 2;
  function fail(): never { tries = 6; throw new Error('x'); }
  try { fail(); } catch { console.log('x'); }
  np.ones([tries]);
}
// callee-throws
{
  const pool = { size: 3 };
  function reserve(n: number) { pool.size = 11; if (n > 4) throw new Error('full'); pool.size = 3; }
  try { reserve(9); } catch { console.log('full'); }
  np.ones([pool.size]);
}
// cause-alias
{
  const st = { n: 3 };
  const e = new Error('outer', { cause: st });
  (e.cause as typeof st).n = 8;
  np.zeros([st.n]);
}
// error-code
{
  function size() { try { throw new RangeError('x'); } catch (e) { switch ((e as Error).name) { case 'RangeError': return 6; default: return 2; } } }
  np.zeros([size()]);
}
// finally-return
{
  function pick(flag: boolean) { try { return np.zeros([2]); } finally { if (flag) return np.zeros([5]); } }
  const r = pick(Number(JSON.parse('1')) === 1);
  r.add(1);
}
// peak-throw
{
  function check(k: number) { if (k > 3) throw new Error('stop'); }
  function f() {
    const held = [];
    try { for (let i = 0; i < 90; i++) { held.push(np.zeros([64])); check(i); } } catch { return held.length; }
    return -1;
  }
  f();
}
// throw-alias
{
  const ctx = { rows: 4 };
  try { throw ctx; } catch (e) { (e as typeof ctx).rows = 9; }
  np.zeros([ctx.rows]);
}
// throw-instance-alias
{
  class AppError extends Error { data: number[]; constructor(data: number[]) { super('x'); this.data = data; } }
  const buf = [2];
  try { throw new AppError(buf); } catch (e) { (e as AppError).data.push(4); }
  np.zeros(buf);
}
// try-mid
{
  function check(x: number) { if (x > 2) throw new Error('bad'); }
  let n = 3;
  try { n = 8; check(5); n = 3; } catch { console.log('caught'); }
  np.zeros([n]);
}
