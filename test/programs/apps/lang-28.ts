// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// reading a stream of commands
type Cmd = { op: 'push'; n: number } | { op: 'pop' } | { op: 'dup' } | { op: 'swap' } | { op: 'jmp'; to: number; times: number };
const program: Cmd[] = [{ op: 'push', n: 2 }, { op: 'dup' }, { op: 'push', n: 5 }, { op: 'swap' }, { op: 'jmp', to: 1, times: 2 }, { op: 'pop' }];
const stack: number[] = []; let pc = 0; let guard = 0;
while (pc < program.length) {
  if (guard++ > 100) break;
  const cmd = program[pc++];
  switch (cmd.op) {
    case 'push': stack.push(cmd.n); break;
    case 'pop': stack.pop(); break;
    case 'dup': stack.push(stack[stack.length - 1]); break;
    case 'swap': { const t = stack.pop()!; const u = stack.pop()!; stack.push(t, u); break; }
    case 'jmp': if (cmd.times-- > 0) pc = cmd.to; break;
  }
}
console.log(np.zeros([stack.length]).shape, np.zeros(stack.slice(0, 2)).shape, np.zeros([guard]).shape);
const text = 'w=3;h=4;name=x;depth=2';
const parsed: Record<string, number | string> = {};
for (const part of text.split(';')) { const [k, v] = part.split('='); parsed[k] = Number.isNaN(+v) ? v : +v; }
console.log(np.zeros([parsed.w as number, parsed.h as number]).shape, np.zeros([Object.keys(parsed).length]).shape);
const lines = `2 3
4 5
6`.split('\n').map((l) => l.split(' ').map(Number));
console.log(lines.map((l) => np.zeros(l).shape), np.zeros(lines[2]).shape, np.zeros(lines[0]).shape);
const widths = lines.map(({ length }) => length);
console.log(np.zeros([Math.max(...widths)]).shape, np.zeros([Math.min(...widths)]).shape, np.zeros([widths.indexOf(1) + 1]).shape);
const grouped = Object.groupBy([1, 2, 3, 4, 5], (n) => (n % 2 ? 'odd' : 'even'));
console.log(np.zeros([grouped.odd?.length ?? 1]).shape);
const counts: Record<string, number> = {};
for (const ch of 'mississippi') counts[ch] = (counts[ch] ?? 0) + 1;
console.log(np.zeros([counts.s]).shape, np.zeros([counts.z ?? 2]).shape);
const seed = { v: 42 };
const rnd = () => (seed.v = (seed.v * 1103515245 + 12345) % 2147483648) / 2147483648;
const sizes = Array.from({ length: 4 }, () => 1 + Math.floor(rnd() * 6));
sizes.sort((a, b) => a - b);
console.log(np.zeros(sizes.slice(-2)).shape, np.zeros([sizes[0]]).shape);
let hash = 5381;
for (let i = 0; i < text.length; i++) hash = ((hash << 5) + hash + text.charCodeAt(i)) | 0;
console.log(np.zeros([(hash >>> 0) % 10 + 1]).shape);
console.log(np.zeros(['b,a'.split(',').sort()[0] === 'a' ? 3 : 4]).shape, np.zeros(['x'.padStart(4, '-').indexOf('x') + 1]).shape, np.zeros(['a1b22'.match(/\d+/g)!.length]).shape, np.zeros(['Z'.charCodeAt(0) - 80]).shape);
