import * as np from 'numpy-ts';

// Views take no memory, however long the chain.
const image = np.arange(360_000).reshape(600, 600);
const corner = image.slice(':300', ':300').T.slice('::-1').reshape(300, 300);
const flat = image.reshape(400, 900).slice('::2').slice(':', '::3');
console.log(corner.shape, flat.shape);
