// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
import { EventEmitter } from 'node:events';
// events, regexps, dates, platform
const bus = new EventEmitter();
let hits = 0; let cur = 3; let next = 3;
bus.on('hit', () => { hits++; });
bus.on('size', () => { cur = next; });
next = 7;
bus.emit('hit'); bus.emit('hit'); bus.emit('hit'); bus.emit('size');
console.log(np.zeros([cur]).shape, (hits > 2 ? np.zeros([9]) : np.zeros([4])).shape);
const isDigits = /^\d+$/;
console.log((isDigits.test('abc') ? np.zeros([5]) : np.zeros([3])).shape);
const match = /(\d+)x(\d+)/.exec('4x6');
const dims = match ? [Number(match[1]), Number(match[2])] : [1, 1];
console.log(np.zeros(dims).shape);
const none = /(\d+)/.exec('abc');
console.log(np.zeros([none === null ? 2 : 6]).shape, np.zeros([none ? 2 : 6]).shape);
let m: RegExpExecArray | null; let found = 0;
const re = /a/g;
while ((m = re.exec('banana')) !== null) { found++; if (m.index > 100) break; }
console.log(np.zeros([found]).shape);
const day = new Date(0);
console.log(np.zeros([day.getUTCFullYear() === 1970 ? 5 : 3]).shape, np.zeros([day.getUTCHours() ? 5 : 3]).shape);
console.log(np.zeros([process.platform === 'linux' ? 4 : 2]).shape);
console.log(np.zeros([process.stdout.isTTY ? 80 : 40]).shape);
let reps = 1;
'a-b-c'.replace(/-/g, () => { reps++; return '_'; });
console.log(np.zeros([reps]).shape);
const text = 'abc'; let i = 0;
while (text[i] !== undefined) i++;
console.log(np.zeros([i]).shape);
console.log(np.zeros([text.at(10) === undefined ? 3 : 5]).shape, np.zeros([(text.at(9) ?? 'xy').length]).shape);
const url = new URL('http://a.b/c?n=4');
console.log(np.zeros([url.hostname === 'a.b' ? 3 : 2]).shape, np.zeros([Number(url.searchParams.get('n'))]).shape);
let rep = 1;
JSON.stringify({ a: 1, b: 2 }, (_k, v) => { rep++; return v; });
console.log(np.zeros([rep]).shape);
