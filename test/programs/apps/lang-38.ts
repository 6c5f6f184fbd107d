// @ts-nocheck -- written by reviewers to find wrong facts
import { zeros, ones, type NDArray } from 'numpy-ts';
// stores, reducers and selectors
type State = { items: { id: number; dims: number[] }[]; sel: number | null; rev: number };
type Action = { type: 'add'; dims: number[] } | { type: 'sel'; id: number } | { type: 'drop'; id: number } | { type: 'scale'; by: number } | { type: 'noop' };
const initial: State = Object.freeze({ items: [], sel: null, rev: 1 }) as unknown as State;
function reducer(s: State = initial, a: Action): State {
  switch (a.type) {
    case 'add': return { ...s, rev: s.rev + 1, items: [...s.items, { id: s.items.length + 1, dims: a.dims }] };
    case 'sel': return { ...s, sel: a.id };
    case 'drop': return { ...s, items: s.items.filter((i) => i.id !== a.id), sel: s.sel === a.id ? null : s.sel };
    case 'scale': return { ...s, items: s.items.map((i) => i.id === s.sel ? { ...i, dims: i.dims.map((d) => d * a.by) } : i) };
    default: return s;
  }
}
function createStore(r: typeof reducer) {
  let s = r(undefined, { type: 'noop' }); const subs: (() => void)[] = [];
  return { get state() { return s; }, dispatch(a: Action) { s = r(s, a); subs.forEach((f) => f()); return a; }, subscribe(f: () => void) { subs.push(f); return () => { subs.splice(subs.indexOf(f), 1); }; } };
}
const store = createStore(reducer);
let renders = 0; let view: NDArray | null = null;
const unsub = store.subscribe(() => { renders++; const it = store.state.items.find((i) => i.id === store.state.sel); view = it ? zeros(it.dims) : null; });
store.dispatch({ type: 'add', dims: [2, 3] }); store.dispatch({ type: 'add', dims: [4] });
store.dispatch({ type: 'sel', id: 1 });
console.log(view!.shape, zeros([renders]).shape, zeros([store.state.rev]).shape);
const before = store.state;
store.dispatch({ type: 'scale', by: 2 });
console.log(view!.shape, zeros(before.items[0].dims).shape, zeros(store.state.items[0].dims).shape);
unsub();
store.dispatch({ type: 'drop', id: 1 });
console.log(zeros([renders]).shape, zeros([store.state.items.length]).shape, store.state.sel, zeros([initial.rev]).shape);
before.items[1].dims.push(5);
console.log(zeros(store.state.items[0].dims).shape, ones([before.items.length], 'int8').dtype);
const sel = <A, B>(f: (s: State) => A, g: (a: A) => B) => { let last: A; let out: B; let n = 0; return Object.assign((s: State) => { const a = f(s); if (a !== last) { last = a; out = g(a); n++; } return out; }, { count: () => n }); };
const dims = sel((s) => s.items, (is) => is.flatMap((i) => i.dims));
dims(store.state); dims(store.state); dims(before);
console.log(zeros([dims.count()]).shape, zeros(dims(before)).shape);
const undo: State[] = []; let cur = before;
const act = (a: Action) => { undo.push(cur); cur = reducer(cur, a); };
act({ type: 'add', dims: [9] }); act({ type: 'add', dims: [8] }); cur = undo.pop()!;
console.log(zeros([cur.items.length]).shape, zeros(cur.items.at(-1)!.dims).shape, zeros([undo.length]).shape);
