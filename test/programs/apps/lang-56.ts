// @ts-nocheck -- written by reviewers to find wrong facts
import lib, { cached, listeners, onWiden, state, Store, widen, width } from './lib/lang-56-store.ts';
import * as all from './lib/lang-56-store.ts';
import * as np from 'numpy-ts';
const s1 = new Store(); let seen = 1;
onWiden((n) => { seen += n; s1.rows = n; });
console.log(s1.table().shape, np.zeros([onWiden((n) => { if (n > 4) listeners.length = 1; })]).shape);
widen(1); console.log(s1.table().shape, np.zeros([seen]).shape, np.zeros([width]).shape, np.zeros([listeners.length]).shape);
all.widen(3); console.log(s1.table().shape, np.zeros([seen]).shape, np.zeros([listeners.length]).shape, lib.make(2).shape, np.zeros([lib.width]).shape);
const s2 = new all.Store(); console.log(s2.table().shape, np.zeros([Store.last!.rows]).shape, np.zeros([Store.last === s2 ? 2 : 3]).shape);
console.log(cached(4).shape, cached(4).shape, np.zeros([state.hits]).shape, cached(5).shape, np.zeros([all.state.hits]).shape);
const { state: st } = all; st.cache = null; console.log(cached(5).shape, np.zeros([state.hits + 1]).shape);
class Sub extends Store { override rows = 9; extra() { return np.ones([this.rows]); } } const sub = new Sub(4); console.log(sub.table().shape, sub.extra().shape, np.zeros([Store.last!.rows]).shape);
