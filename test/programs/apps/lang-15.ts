// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// conversions and hooks
class Size { v: number; seen = 0; constructor(v: number) { this.v = v; } valueOf() { this.seen++; return this.v; } toString() { this.seen++; return `s${this.v}`; } toJSON() { this.seen += 5; return this.v; } }
const s = new Size(4);
const sum = (s as unknown as number) + 1;
console.log(np.zeros([sum]).shape, np.zeros([s.seen]).shape);
const str = '' + s + [s].join();
console.log(str, np.zeros([s.seen + 1]).shape);
JSON.stringify({ s });
console.log(np.zeros([s.seen + 1]).shape);
const cmp = s > (3 as unknown as Size);
console.log(cmp, np.zeros([s.seen + 1]).shape);
let k = 0n; k++;
console.log(np.zeros([typeof k === 'bigint' ? 5 : 3]).shape, np.zeros([Number(k) + 1]).shape);
const flag = true as unknown as number;
console.log(np.zeros([flag + 1 === 2 ? 2 : 4]).shape, np.zeros([1 + flag]).shape);
console.log(np.zeros([Number(null) + 2]).shape, np.zeros([Number(true) + 2]).shape, np.zeros([Number('0x10')]).shape, np.zeros([Number('') + 1]).shape);
console.log(np.zeros([parseInt('12px')]).shape, np.zeros([parseInt('101', 2)]).shape, np.zeros([+'7']).shape, np.zeros([~~'6.9']).shape);
console.log(np.zeros([(2 ** 31) | 0 ? 3 : 2]).shape, np.zeros([-7 >>> 30]).shape, np.zeros([(-7 % 3) + 5]).shape, np.zeros([Math.round(2.5)]).shape, np.zeros([Math.round(-0.5) + 2]).shape);
console.log(np.zeros([Number(BigInt(7) / 2n)]).shape, np.zeros([Math.clz32(1)]).shape, np.zeros([Math.imul(3, 4)]).shape, np.zeros(['10' < '9' ? 3 : 4]).shape);
console.log(np.zeros([(null ?? undefined ?? 3)]).shape, np.zeros([(0 || 4)]).shape, np.zeros([('' ?? 'ab').length + 1]).shape);
console.log(np.zeros([1e3 / 100]).shape, np.zeros([0b101]).shape, np.zeros([0o17]).shape, np.zeros([1_0]).shape, np.zeros([.5 * 4]).shape);
let rep = 1;
JSON.stringify({ a: 1, b: 2 }, (_k, v) => { rep++; return v; });
console.log(np.zeros([rep]).shape);
let rev = 1;
JSON.parse('[1,2]', (_k, v) => { rev++; return v; });
console.log(np.zeros([rev]).shape);
const obj = { n: 3, get bump() { this.n += 1; return this.n; } };
const total = obj.bump + obj.n + obj.bump;
console.log(np.zeros([total]).shape, np.zeros([obj.n]).shape);
