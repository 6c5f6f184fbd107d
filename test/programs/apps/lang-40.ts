// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// small surprises
const yes = Number(JSON.parse('1')) === 1;
let n = 3;
const obj = { toString() { n = 8; return 'k'; } };
const bag: Record<string, number> = { k: 4 };
console.log(np.zeros([bag[obj as unknown as string]]).shape, np.zeros([n]).shape);
const sym = Symbol.for('x'); const so = { [sym]: 2, x: 3 } as Record<PropertyKey, number>;
so[sym as never] = 5;
console.log(np.zeros([so.x]).shape, np.zeros([so[sym as never]]).shape);
const nums = [1, 2, 3]; nums.length = 0; nums.push(4);
console.log(np.zeros([nums.length]).shape, np.zeros([nums[0]]).shape);
const al = nums; nums.push(5); const no = al.concat(); no.push(6);
console.log(np.zeros([al.length]).shape, np.zeros([no.length]).shape);
let cnt = 0; const o = { get a() { cnt++; return 1; }, b: 2 };
const { a, ...r } = o; const c = { ...o }; Object.entries(o); JSON.stringify(o); ({ a: 1 }).a;
console.log(a, r.b, c.a, np.zeros([cnt > 3 ? 5 : 2]).shape);
class V { static from(x: number) { const v = new this(); v.x = x; return v; } x = 1; get [Symbol.toStringTag]() { return 'V'; } clone() { return new (this.constructor as typeof V)(); } }
class W extends V { override x = 7; y = 2; }
console.log(np.zeros([W.from(4).x]).shape, np.zeros([W.from(4).y ?? 3]).shape, np.zeros([new W().clone().x]).shape, np.zeros([new V().clone().x]).shape);
const dflt = function (x = n, { y = x, z: [q = y] = [] as number[] } = {} as { y?: number; z?: number[] }) { return [x, y, q]; };
console.log(np.zeros(dflt(2)).shape, np.zeros(dflt(undefined, { y: 1, z: [5] })).shape);
let d = 2; { d = 3; let e = d; { let d = 9; e += d; } d = e; } console.log(np.zeros([d]).shape);
const fnExpr = function fact(k: number): number { return k < 2 ? 1 : k * fact(k - 1); }; console.log(np.zeros([fnExpr(4)]).shape);
const frozen = Object.freeze([1, 2]); try { (frozen as number[]).push(3); n = 20; } catch { n = 4; } console.log(np.zeros([n]).shape, np.zeros([frozen.length]).shape);
try { (null as unknown as { x: number }).x = 3; n = 11; } catch { n = 6; } console.log(np.zeros([n]).shape);
try { tdz; n = 12; } catch { n = 7; } console.log(np.zeros([n]).shape); const tdz = 1; console.log(tdz);
try { np.zeros([2, 3]).add(np.zeros([4])); n = 13; } catch { n = 5; } console.log(np.zeros([n]).shape);

try { n = 3; new Array(-1); n = 14; } catch { n += 1; } console.log(np.zeros([n]).shape);
try { n = 3; BigInt(1.5); n = 14; } catch { n += 2; } console.log(np.zeros([n]).shape);
try { n = 3; 'x'.repeat(-1); n = 14; } catch { n += 3; } console.log(np.zeros([n]).shape);
try { n = 3; JSON.parse('{'); n = 14; } catch { n += 4; } console.log(np.zeros([n]).shape);
try { n = 3; (undefined as unknown as () => void)(); n = 14; } catch { n += 5; } console.log(np.zeros([n]).shape);
try { n = 3; [].reduce((p: number, q: number) => p + q); n = 14; } catch { n += 6; } console.log(np.zeros([n]).shape);
const late = () => { n = 10; return yes; }; if (n === 9 && late() && n === 10) n += 1; console.log(np.zeros([n]).shape);
label: for (let i = 0; i < 3; i++) { switch (i) { case 0: continue; case 1: continue label; case 2: break label; } n = 99; } console.log(np.zeros([n]).shape);
