// @ts-nocheck
import * as np from 'numpy-ts';
// slices and partial lengths
const n = process.argv.length; // 2 or more
const f = new Float32Array(10);
f.slice(0, 7 / 2); f.subarray(0, 2.5); f.subarray(-2.5); f.slice(NaN, 3); f.slice(null, 3); f.slice('2'); f.slice(undefined, -1); f.slice(-100, 100); f.slice(8, 2); f.subarray(Infinity); f.subarray(-Infinity, 4); f.slice(n / 4); f.slice(0, n * 1.5); f.slice(0, Math.sqrt(n)); f.subarray(true); f.slice(-0, 2); f.slice(-0.9); f.slice(0.9);
[1, 2, 3, 4].slice(0, 2.7); np.zeros([1, 2, 3].slice(0, 1.5)); np.zeros([1, 2, 3, 4].splice(1.5, 2)); np.zeros([[1, 2, 3].at(-1), [1, 2, 3].at(1.7)]);
np.zeros([[...'héllo😀'].length]); np.zeros(['héllo😀'.length]); np.zeros(['abc'.slice(-2).length, 'abc'.substring(2, 0).length, 'abc'.substr(-2, 1).length]); np.zeros(['a,b,,c'.split(',').length, 'abc'.split('').length, ''.split(',').length, 'abc'.padStart(5).length, 'ab'.repeat(3).length]);
for (const w of ['one', 'three', '']) np.zeros([w.length]); for (const ch of 'ab') np.zeros([ch.charCodeAt(0) - 96]);
for (const i in [4, 5, 6]) np.zeros([i.length, Number(i) + 1]); for (const k in { x: 1, yy: 2 }) np.zeros([k.length]);
let i = 0; for (; i < 3; i++) { if (i === 1) continue; np.zeros([i + 1]); } np.zeros([i]); outer: for (let x = 1; x < 4; x++) for (let y = 1; y < 4; y++) { if (y === 2) continue outer; if (x === 3) break outer; np.zeros([x, y]); }
do { np.zeros([i]); i--; } while (i > 0); np.zeros([i + 1]); for (let a = 0, b = 5; a < b; a++, b--) np.zeros([a, b]);
const fs = []; for (let k = 0; k < 3; k++) fs.push(() => np.zeros([k + 1])); for (const g of fs) g(); fs[1]().add(1); var vs = []; for (var k = 0; k < 3; k++) vs.push(() => np.zeros([k])); vs[0]().add(1);
const [a1, , b1 = 7, ...rest] = [1, 2, undefined, 4, 5]; np.zeros([a1, b1, rest.length]); const { p = 3, q: { r = 4 } = {}, ...oth } = { p: undefined, s: 1, t: 2 }; np.zeros([p, r, Object.keys(oth).length]);
let x1 = 1, y1 = 2; [x1, y1] = [y1, x1]; np.zeros([x1, y1]); const t = (x1 ||= 9, y1 &&= 4, x1); np.zeros([t, y1]); let z1; z1 ??= 6; np.zeros([z1]); np.zeros([x1++ + ++x1, x1]); np.zeros([2 ** 3, 7 % 4, 7 >> 1, ~-3, 5 & 6, 5 ^ 1]);
np.zeros([Math.round(2.5), Math.round(-0.5) + 1, Math.trunc(-1.5) + 3, Math.ceil(1.2), Math.max(), 1].filter((v) => v > 0 && v < 9)); np.zeros([parseInt('12px'), +'3', Number('0x2')]); np.zeros([Math.min(3, n), Math.max(3, 2)]); np.zeros([(-7 % 3) + 2, Math.floor(-7 / 3) + 4, (-7 >>> 30) ]);
label: { if (n > 0) break label; np.zeros([77]); } switch (n > 0 ? 'b' : 'c') { case 'a': np.zeros([1]); case 'b': np.zeros([2]); case 'c': np.zeros([3]); break; default: np.zeros([4]); }
