// @ts-nocheck -- how values flow through the language, not which types it takes
import * as np from 'numpy-ts';
class Base { data: np.NDArray = np.zeros([3]); n: number; constructor(n = 4) { this.n = n; this.data = np.zeros([n]); } size() { return np.ones([this.n]); } }
class Sub extends Base { extra = np.ones([2], 'int8'); constructor() { super(7); } over() { return this.data.add(this.n); } }
class Sub2 extends Base { override size() { return np.ones([this.n, 2]); } up() { return super.size(); } }
const s = new Sub();
const a = s.data.copy();
const b = s.over();
const c = s.size();
const d = s.extra.copy();
const t = new Sub2(5);
const e = t.size();
const f = t.up();
class Cell { static count = 0; value: np.NDArray | null = null; #k = 2; w: number; h: number; constructor(w: number, h: number) { this.w = w; this.h = h; Cell.count++; } get area() { return np.zeros([this.w, this.h]); } set width(v: number) { this.w = v; } grow() { this.#k++; return np.zeros([this.#k]); } static make(n: number) { return new Cell(n, n + 1); } chain() { this.w += 1; return this; } }
const u = Cell.make(3);
const g = u.area;
u.width = 9;
const h = u.area;
const i = u.grow();
const j = u.grow();
u.value ??= np.ones([4]);
const k = u.value.add(1);
const l = u.chain().chain().area;
const m = np.zeros([Cell.count]);
const n = new (class { x = np.ones([6]); })().x.copy();
const bound = u.grow.bind(u);
const o = bound();
const { w: ww } = u;
const p = np.zeros([ww]);
function Old(this: any, n: number) { this.n = n; }
const q = np.zeros([new (Old as any)(5).n]);
const proto = Object.create({ n: 3 });
const r = np.zeros([proto.n]);
class Lazy { static #cache = new Map<number, np.NDArray>(); static get(n: number) { let v = this.#cache.get(n); if (!v) { v = np.zeros([n]); this.#cache.set(n, v); } return v; } }
const v1 = Lazy.get(3); const v2 = Lazy.get(5); const v3 = Lazy.get(3);
const w1 = v1.add(1); const w2 = v2.add(1); const w3 = v3.add(1);
console.log([a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,w1,w2,w3].map((x) => x.shape.join('x')).join(' '));
