import * as np from 'numpy-ts';
// aliasing views then growing lists, closures that reassign
let state = np.zeros([4]);
const history: np.NDArray[] = [state];
function step(dt: number) {
  state = state.add(dt);
  history.push(state);
  return state;
}
for (let i = 0; i < 5; i++) step(0.1);
const traj = np.stack(history);
const makeCounter = () => {
  let buf = np.zeros([2], 'int32');
  return {
    grow() {
      buf = np.concatenate([buf, buf]) as np.NDArray<'int32'>;
      return buf.size;
    },
    get current() {
      return buf;
    },
  };
};
const cnt = makeCounter();
cnt.grow();
cnt.grow();
const cur = cnt.current;
const view = cur.slice('::2');
view.fill(7);
const objs = [{ w: np.ones([3]) }, { w: np.ones([4], 'float32') }];
objs[0].w = np.ones([9]);
const w0 = objs[0].w;
const w1 = objs[1].w;
const swap = { a: np.ones([2]), b: np.ones([5]) };
[swap.a, swap.b] = [swap.b, swap.a];
const sa = swap.a;
const { b: renamed, ...others } = swap;
const spread = { ...swap, c: np.eye(2) };
spread.a = np.zeros([1]);
const still = swap.a;
const arr2 = [np.ones([1]), np.ones([2]), np.ones([3])];
arr2.reverse();
const r0 = arr2[0];
arr2.sort((p, q) => p.size - q.size);
const s0 = arr2[0];
const sh = arr2.shift();
const at = arr2.at(-1);
const found = arr2.find((p) => p.size === 3);
arr2.splice(0, 1, np.ones([8]), np.ones([9]));
const sp0 = arr2[0];
const sl = arr2.slice(1);
const fl = [[np.ones([1])], [np.ones([2])]].flat();
const f1 = fl[1];
arr2.length = 0;
const un = arr2.unshift(np.ones([6]));
const a0 = arr2[0];
console.log(traj.shape, cur.shape, view.shape, w0.shape, w1.shape, sa.shape, renamed.shape, Object.keys(others), still.shape, r0.shape, s0.shape, sh?.shape, at?.shape, found?.shape, sp0.shape, sl.length, f1.shape, un, a0.shape);
