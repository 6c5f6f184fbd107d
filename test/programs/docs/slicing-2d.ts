import * as np from 'numpy-ts';

const m = np.arange(48).reshape(6, 8);
const row = m.slice('2');
const column = m.slice(':', '3');
const block = m.slice('1:4', '2:6');
const corners = m.slice('::5', '::7');
const flipped = m.slice('::-1', '::-1');
const last = m.slice('-1', ':');
const inner = m.slice('1:-1', '1:-1');
const thin = m.slice(':', '2:3');

for (const view of [row, column, block, corners, flipped, last, inner, thin]) {
  console.log(view.shape.join('x'), view.nbytes, view.strides.join(','));
}
