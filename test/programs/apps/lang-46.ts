// @ts-nocheck -- written by reviewers to find wrong facts
import { zeros, ones } from 'numpy-ts/core';
import * as np from 'numpy-ts';
// linked structures: list, tree, LRU, heap
class Lnk<T> { v: T; next: Lnk<T> | null = null; prev: Lnk<T> | null = null; constructor(v: T) { this.v = v; } }
class List<T> { head: Lnk<T> | null = null; tail: Lnk<T> | null = null; n = 0;
  push(v: T) { const l = new Lnk(v); if (this.tail) { this.tail.next = l; l.prev = this.tail; } else this.head = l; this.tail = l; this.n++; return l; }
  del(l: Lnk<T>) { if (l.prev) l.prev.next = l.next; else this.head = l.next; if (l.next) l.next.prev = l.prev; else this.tail = l.prev; this.n--; l.next = l.prev = null; }
  toArray() { const out: T[] = []; for (let c = this.head; c; c = c.next) out.push(c.v); return out; } }
const li = new List<number>(); const l3 = li.push(3); li.push(4); const l5 = li.push(5);
li.del(l3); l5.v = 7; li.push(2);
console.log(zeros([li.n]).shape, zeros(li.toArray()).shape, zeros([li.head!.v]).shape, zeros([li.tail!.prev!.v]).shape, ones([l3.next ? 2 : 3]).shape);
class Lru { #m = new Map<string, Lnk<{ k: string; a: np.NDArray }>>(); #l = new List<{ k: string; a: np.NDArray }>(); hits = 0; cap: number; constructor(cap: number) { this.cap = cap; }
  get(k: string, make: () => np.NDArray) { const e = this.#m.get(k); if (e) { this.hits++; const v = e.v; this.#l.del(e); this.#m.set(k, this.#l.push(v)); return v.a; } const a = make(); this.#m.set(k, this.#l.push({ k, a })); if (this.#l.n > this.cap) { const old = this.#l.head!; this.#m.delete(old.v.k); this.#l.del(old); } return a; }
  get size() { return this.#l.n; } get keys() { return this.#l.toArray().map((x) => x.k); } }
const lru = new Lru(2); const g1 = lru.get('a', () => np.zeros([2]) as np.NDArray); lru.get('b', () => np.zeros([3]) as np.NDArray); const g2 = lru.get('a', () => np.zeros([9]) as np.NDArray); lru.get('c', () => np.zeros([4]) as np.NDArray); const g3 = lru.get('b', () => np.ones([6]) as np.NDArray);
console.log(g1.shape, g2.shape, g3.shape, zeros([lru.size]).shape, zeros([lru.hits]).shape, zeros([lru.keys.indexOf('b') + 1]).shape);
class Bst { root: { k: number; l: any; r: any } | null = null; size = 0; add(k: number) { const nd = { k, l: null, r: null }; if (!this.root) this.root = nd; else { let c: any = this.root; for (;;) { const s = k < c.k ? 'l' : 'r'; if (!c[s]) { c[s] = nd; break; } c = c[s]; } } this.size++; return this; } depth(n: any = this.root): number { return n ? 1 + Math.max(this.depth(n.l), this.depth(n.r)) : 0; } *walk(n: any = this.root): Generator<number> { if (n) { yield* this.walk(n.l); yield n.k; yield* this.walk(n.r); } } min() { let c = this.root!; while (c.l) c = c.l; return c.k; } }
const bst = [5, 2, 8, 1, 9, 3].reduce((t, k) => t.add(k), new Bst());
console.log(zeros([bst.depth()]).shape, zeros([bst.min()]).shape, zeros([bst.size]).shape, zeros([...bst.walk()].slice(0, 2)).shape);
const heap: number[] = []; const up = (v: number) => { let i = heap.push(v) - 1; while (i > 0) { const p = (i - 1) >> 1; if (heap[p] <= heap[i]) break; [heap[p], heap[i]] = [heap[i], heap[p]]; i = p; } };
const popMin = () => { const top = heap[0]; const last = heap.pop()!; if (heap.length) { heap[0] = last; let i = 0; for (;;) { const l = 2 * i + 1; if (l >= heap.length) break; const c = l + 1 < heap.length && heap[l + 1] < heap[l] ? l + 1 : l; if (heap[i] <= heap[c]) break; [heap[i], heap[c]] = [heap[c], heap[i]]; i = c; } } return top; };
[6, 3, 9, 2, 5].forEach(up); popMin(); console.log(zeros([popMin()]).shape, zeros([popMin()]).shape, zeros([heap.length]).shape);
type Trie = { end?: boolean; kids: Record<string, Trie> }; const root: Trie = { kids: {} }; let nodes = 0; for (const w of ['tea', 'ten', 'to']) { let t = root; for (const ch of w) t = t.kids[ch] ??= (nodes++, { kids: {} }); t.end = true; } console.log(zeros([nodes]).shape, zeros([Object.keys(root.kids.t.kids).length]).shape, zeros([root.kids.t.kids.o.end ? 2 : 3]).shape, zeros([root.kids.t.end ? 4 : 5]).shape);
const cyc: { self?: unknown; n: number } = { n: 2 }; cyc.self = cyc; (cyc.self as typeof cyc).n = 6; console.log(zeros([cyc.n]).shape);
const visited = new Set<object>(); const cnt = (o: any): number => { if (o === null || typeof o !== 'object' || visited.has(o)) return 0; visited.add(o); let s = 1; for (const v of Object.values(o)) s += cnt(v); return s; }; console.log(zeros([cnt({ a: cyc, b: { c: cyc, d: 1 } })]).shape);
