import * as np from 'numpy-ts';
export type Foo = number;
let x: any = np.zeros([3]);
export { x as state, x as 'odd name' };
const grow = () => { x = np.ones([5]); };
export { grow };
export function grow2() { ({ x } = { x: np.ones([6]) }); }
export default x;
