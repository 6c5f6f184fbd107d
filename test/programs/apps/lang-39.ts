// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// parsers and visitors
type Ast = { t: 'num'; v: number } | { t: 'bin'; op: string; l: Ast; r: Ast } | { t: 'let'; n: string; v: Ast; b: Ast } | { t: 'var'; n: string };
class Parser {
  #toks: string[]; #i = 0; depth = 0; maxDepth = 0;
  constructor(src: string) { this.#toks = src.match(/\d+|[a-z]+|[-+*()=]/g) ?? []; }
  #peek() { return this.#toks[this.#i]; }
  #next() { return this.#toks[this.#i++]; }
  expr(): Ast { this.depth++; this.maxDepth = Math.max(this.maxDepth, this.depth); let l = this.term(); while (this.#peek() === '+' || this.#peek() === '-') { const op = this.#next(); l = { t: 'bin', op, l, r: this.term() }; } this.depth--; return l; }
  term(): Ast { let l = this.atom(); while (this.#peek() === '*') { this.#next(); l = { t: 'bin', op: '*', l, r: this.atom() }; } return l; }
  atom(): Ast { const t = this.#next(); if (t === '(') { const e = this.expr(); this.#next(); return e; } if (t === 'let') { const n = this.#next(); this.#next(); const v = this.atom(); return { t: 'let', n, v, b: this.expr() }; } return /^\d/.test(t) ? { t: 'num', v: +t } : { t: 'var', n: t }; }
}
const env: Record<string, number> = { k: 2 }; let evals = 0;
function ev(a: Ast): number { evals++; switch (a.t) { case 'num': return a.v; case 'var': return env[a.n] ?? 0; case 'let': { const old = env[a.n]; env[a.n] = ev(a.v); try { return ev(a.b); } finally { env[a.n] = old; } } case 'bin': { const l = ev(a.l), r = ev(a.r); return a.op === '+' ? l + r : a.op === '-' ? l - r : l * r; } } }
const p = new Parser('2+3*(k+1)');
const ast = p.expr();
console.log(np.zeros([ev(ast)]).shape, np.zeros([evals]).shape, np.zeros([p.maxDepth]).shape, np.zeros([p.depth + 1]).shape);
console.log(np.zeros([ev(new Parser('let k 5 k*2').expr())]).shape, np.zeros([env.k]).shape);
const hand: Ast = { t: 'let', n: 'z', v: { t: 'num', v: 4 }, b: { t: 'bin', op: '*', l: { t: 'var', n: 'z' }, r: { t: 'var', n: 'k' } } };
console.log(np.zeros([ev(hand)]).shape, np.zeros([env.z ?? 3]).shape, np.zeros(['z' in env ? 2 : 5]).shape);
const visit = (a: Ast, f: Partial<Record<Ast['t'], (x: any) => void>>) => { f[a.t]?.(a); if (a.t === 'bin') { visit(a.l, f); visit(a.r, f); } if (a.t === 'let') { visit(a.v, f); visit(a.b, f); } };
let nums = 0; const names: string[] = [];
visit(hand, { num: (x) => { nums += x.v; x.v = 1; }, var: ({ n }) => names.push(n) });
console.log(np.zeros([nums]).shape, np.zeros([names.length]).shape, np.zeros([ev(hand)]).shape);
const brace = (s: string) => { const st: string[] = []; let max = 0; for (const ch of s) { if (ch === '(') st.push(ch); else if (ch === ')' && !st.pop()) return -1; max = Math.max(max, st.length); } return st.length ? -1 : max; };
console.log(np.zeros([brace('(()(()))')]).shape, np.zeros([brace('())') + 2]).shape);
const roman = (n: number) => { let out = ''; for (const [v, s] of [[10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I']] as const) while (n >= v) { out += s; n -= v; } return out; };
console.log(np.zeros([roman(18).length]).shape, np.zeros([roman(9).length]).shape);
const gcd = (a: number, b: number): number => (b ? gcd(b, a % b) : a); console.log(np.zeros([gcd(48, 36)]).shape);
const bits = (n: number) => { let c = 0; for (; n; n &= n - 1) c++; return c; }; console.log(np.zeros([bits(0b110111)]).shape);
const digits = [...String(90210)].map(Number).reduce((a, d) => a + d, 0); console.log(np.zeros([digits]).shape);
const pow = (b: number, e: number): number => e === 0 ? 1 : e % 2 ? b * pow(b, e - 1) : pow(b * b, e / 2); console.log(np.zeros([pow(2, 5)]).shape, np.zeros([pow(3, 2)]).shape);
const ack = (m: number, n: number): number => m === 0 ? n + 1 : n === 0 ? ack(m - 1, 1) : ack(m - 1, ack(m, n - 1)); console.log(np.zeros([ack(2, 3)]).shape);
const hanoi = { moves: 0, go(n: number) { if (n === 0) return; this.go(n - 1); this.moves++; this.go(n - 1); } }; hanoi.go(5); console.log(np.zeros([hanoi.moves]).shape);
const coll = new Map<number, number>(); const cz = (n: number): number => { if (n === 1) return 0; const c = coll.get(n); if (c !== undefined) return c; const v = 1 + cz(n % 2 ? 3 * n + 1 : n / 2); coll.set(n, v); return v; }; console.log(np.zeros([cz(6)]).shape, np.zeros([coll.size]).shape);
