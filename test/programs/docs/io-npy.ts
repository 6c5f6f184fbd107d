import * as np from 'numpy-ts';

const image = np.arange(4096).reshape(64, 64).astype('uint16');
const bytes = np.serializeNpy(image);
const back = np.parseNpy(bytes);
const text = np.serializeTxt(np.array([[1, 2], [3, 4]]));
const parsed = np.parseTxt(text);
const archive = np.serializeNpzSync({ image, weights: np.ones([8], 'float32') });
const loaded = np.loadNpzSync(archive);
const raw = image.tobytes();
const rebuilt = np.frombuffer(raw, 'uint16').reshape(64, 64);

console.log(back.dtype, back.shape, parsed.shape, Object.keys(loaded).sort(), rebuilt.shape);
console.log(bytes.byteLength > image.nbytes, np.array_equal(back, rebuilt));
