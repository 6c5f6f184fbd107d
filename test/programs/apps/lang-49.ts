// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// JavaScript numbers at their edges, as sizes
const k = (v: number) => np.zeros([v]).shape;
console.log(k(0.1 + 0.2 > 0.3 ? 2 : 3), k(Math.floor(0.29 * 100)), k(Math.floor(4.35 * 100) - 430), k((1e16 + 1 === 1e16) ? 4 : 5));
console.log(k(2 ** 53 + 1 === 2 ** 53 ? 2 : 3), k((-1) >>> 28), k(1 << 33), k(5 & -2), k(~-4), k((2 ** 32 + 5) | 0), k(2147483648 >> 31 ? 2 : 3));
console.log(k(-7 % 3 + 3), k(7 % -3), k(Math.trunc(-2.5) + 5), k(Math.round(-2.5) + 5), k(Math.ceil(-0.5) + 2), k(Math.sign(-3) + 2), k(Object.is(-0, 0) ? 2 : 3));
console.log(k(Number('  12  ')), k(Number('1e1')), k(Number('0b11')), k(parseInt('0x1f')), k(parseInt('7.9')), k(parseFloat('3.9abc') | 0), k(Number(undefined) || 6), k(Number([]) + 1), k(Number([8])), k(+new Date(7)));
console.log(k(+true + 1), k(+'' + 1), k('3' as unknown as number * 2), k(('3' as unknown as number) - 1), k(Number('3' + 4)), k([] + '' === '' ? 2 : 3), k('b' > 'a' ? 2 : 3), k(null == undefined ? 2 : 3), k((NaN as number) === NaN ? 2 : 3));
console.log(k(Math.max()=== -Infinity ? 2 : 3), k(Math.max(1, NaN) ? 2 : 3), k(Math.min(...[4, 2, 8])), k(Math.hypot(3, 4)), k(Math.cbrt(27)), k(Math.log2(8)), k(Math.log10(1000) | 0), k(Math.fround(5.5) * 2), k(Math.atan2(0, 1) + 2), k(Math.expm1(0) + 1));
console.log(k(Number(5n ** 2n)), k(Number(-7n / 2n) + 5), k(Number(7n % 3n)), k(Number(1n << 3n)), k(5n > 4 ? 2 : 3), k((2n as unknown as number) == 2 ? 2 : 3), k(typeof (1n + 2n) === 'bigint' ? 2 : 3), k(Number(BigInt('0xff') & 15n)), k(1n ? 2 : 3), k(0n ? 2 : 3));
console.log(k((12.5).toFixed(0).length), k((255).toString(16).length), k(Number((1.005).toFixed(2)) === 1 ? 2 : 3), k((1234.5).toLocaleString('en').length), k(String(1e21).length), k(String(-0).length), k(`${[1, [2, 3]]}`.length), k(String(null).length), k(`${{}}`.length), k([null, undefined, 1].join().length));
console.log(k('a😀'.length), k([...'a😀'].length), k('abc'.slice(-2).length), k('abc'.substring(2, 0).length), k('abc'.indexOf('c')), k('x'.repeat(3).length), k('a,b,,c'.split(',').length), k('abc'.split('').length), k(''.split(',').length), k(' a '.trim().length), k('abcabc'.lastIndexOf('b')), k('a-b'.replace('-', '--').length), k('aXbX'.replaceAll('X', '').length), k('abc'.codePointAt(0)! - 90), k('ß'.toUpperCase().length), k('a'.localeCompare('b') + 3));
let i = 0.1; let n = 0; while (i !== 1 && n < 20) { i += 0.1; n++; } console.log(k(n));
let h = 1; for (let j = 0; j < 40; j++) h = (h * 31 + j) | 0; console.log(k((h >>> 0) % 7 + 1), k(h < 0 ? 2 : 3));
let u = 0xffffffff; u = u + 1; console.log(k(u > 0xffffffff ? 2 : 3), k((u | 0) + 2), k(u >>> 0 ? 2 : 3)); const big = 2 ** 31; console.log(k(big | 0 ? 4 : 5), k((big | 0) < 0 ? 2 : 3), k(big >>> 31), k(~~(big + 3) < 0 ? 2 : 3));
const d = new Date(2024, 1, 30); console.log(k(d.getMonth()), k(d.getDate()), k(new Date('2024-02-30T00:00:00Z').getTime() ? 2 : 3), k(Number.isInteger(5.0) ? 2 : 3), k(Number.isSafeInteger(2 ** 53) ? 2 : 3), k([3, 1, 10].sort()[0]), k([3, 1, 10].sort()[1]), k([, 2].length), k([1, 2, 3].indexOf(NaN) + 2), k([NaN].includes(NaN) ? 2 : 3), k(isNaN('x' as unknown as number) ? 2 : 3));
