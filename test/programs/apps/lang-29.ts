// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// try/finally flows
const log: number[] = [];
function a() { try { log.push(1); return np.zeros([log.length]); } finally { log.push(2); } }
console.log(a().shape, np.zeros([log.length]).shape);
function b() { for (let i = 0; i < 5; i++) { try { if (i === 1) continue; if (i === 3) break; log.push(i); } finally { log.push(9); } } return log.length; }
console.log(np.zeros([b()]).shape);
function c() { try { throw new Error('a'); } catch { try { throw new Error('b'); } finally { log.length = 2; } } }
try { c(); } catch { log.push(0); }
console.log(np.zeros([log.length]).shape);
let state = 1;
function d(n: number) { try { state = 2; if (n > 1) throw new RangeError('n'); state = 3; } catch (e) { if (!(e instanceof RangeError)) throw e; state *= 5; } finally { state += 1; } return state; }
console.log(np.zeros([d(0)]).shape, np.zeros([d(2)]).shape, np.zeros([state]).shape);
function e() { let x = 2; try { return x; } finally { x = 7; } }
console.log(np.zeros([e()]).shape);
function f() { const o = { n: 2 }; try { return o; } finally { o.n = 7; } }
console.log(np.zeros([f().n]).shape);
function g() { let tries = 0; while (true) { try { tries++; if (tries < 4) throw new Error('again'); return tries; } catch { continue; } } }
console.log(np.zeros([g()]).shape);
const steps: (() => void)[] = [() => { state = 30; }, () => { throw new Error('s'); }, () => { state = 31; }];
try { for (const s of steps) s(); } catch { /* */ }
console.log(np.zeros([state]).shape);
let arr = np.zeros([3]);
try { arr = np.zeros([4]); arr = arr.reshape([2, 3]); } catch { console.log('shape'); }
console.log(arr.shape, arr.add(1).shape);
class Guard { depth = 0; run<T>(f: () => T): T | undefined { this.depth++; try { return f(); } catch { return undefined; } finally { this.depth--; } } }
const gd = new Guard();
const r = gd.run(() => gd.run(() => { if (gd.depth > 1) throw new Error('deep'); return 5; }) ?? gd.depth + 3);
console.log(np.zeros([r!]).shape, np.zeros([gd.depth + 1]).shape);
function h(xs: number[]) { try { xs.forEach((x) => { state = x; if (x === 2) throw new Error('stop'); }); } catch { return state; } return -1; }
console.log(np.zeros([h([1, 2, 3])]).shape);
outer: try { state = 12; break outer; } finally { state++; }
console.log(np.zeros([state]).shape);
const nothrow = (() => { try { return JSON.parse('{bad') as number; } catch { return 6; } })();
console.log(np.zeros([nothrow]).shape);
