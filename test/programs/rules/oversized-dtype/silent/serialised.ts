import * as np from 'numpy-ts';

// The file's header and size carry the dtype.
const frame = np.ones([300, 300]);
const bytes = np.serializeNpy(frame);
console.log(bytes.byteLength);
