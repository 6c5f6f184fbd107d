// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// memo, counters, keyed by template strings
const store: { [key: string]: ReturnType<typeof np.zeros> } = {};
let misses = 0;
function get(r: number, c: number) { const k = `${r}x${c}`; return (store[k] ??= (misses++, np.zeros([r, c]))); }
get(2, 3); get(2, 3); const g = get(3, 2);
console.log(g.shape, np.zeros([misses]).shape, get(2, 3).shape);
const counter = (() => { let n = 0; return { next: () => ++n, reset() { n = 0; }, get now() { return n; } }; })();
counter.next(); counter.next();
const c2 = counter.next;
c2();
console.log(np.zeros([counter.now]).shape);
counter.reset();
console.log(np.zeros([counter.now + 1]).shape);
const makers = [1, 2, 3].map((k) => { let calls = 0; return () => np.zeros([k, ++calls]); });
makers[1](); makers[1]();
console.log(makers[1]().shape, makers[0]().shape);
const once = <T>(f: () => T) => { let v: T | undefined; let done = false; return () => { if (!done) { done = true; v = f(); } return v as T; }; };
let runs = 0;
const lazy = once(() => { runs++; return np.ones([runs + 3]); });
lazy(); lazy();
console.log(lazy().shape, np.zeros([runs]).shape);
const compose = (...fs: ((x: number) => number)[]) => (x: number) => fs.reduce((a, f) => f(a), x);
console.log(np.zeros([compose((x) => x + 1, (x) => x * 3, (x) => x - 2)(2)]).shape);
const debounce = (f: (n: number) => void) => { let last = 0; return Object.assign((n: number) => { last = n; f(last); }, { peek: () => last }); };
let width = 2;
const d = debounce((n) => { width = n; });
d(6);
console.log(np.zeros([width]).shape, np.zeros([d.peek()]).shape);
const lru = new Map<string, number>();
function touch(k: string) { const v = lru.get(k) ?? 0; lru.delete(k); lru.set(k, v + 1); if (lru.size > 2) lru.delete(lru.keys().next().value as string); return v + 1; }
touch('a'); touch('b'); touch('a');
console.log(np.zeros([touch('a')]).shape, np.zeros([lru.size]).shape);
let outer = 1;
const bump = (n: number) => { outer += n; return bump; };
bump(2)(3)(4);
console.log(np.zeros([outer]).shape);
function self(this: { n: number } | void, k: number) { return np.zeros([(this?.n ?? 1) * k]); }
console.log(self.call({ n: 3 }, 2).shape, self.apply({ n: 2 }, [2]).shape, self.bind({ n: 4 })(1).shape, self(2).shape);
