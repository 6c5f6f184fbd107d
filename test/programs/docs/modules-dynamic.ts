const np = await import('numpy-ts');

const a = np.arange(9).reshape(3, 3);
const b = a.add(a.T);
const trace = np.trace(b);
const [low, high] = [np.min(b), np.max(b)];
const async = async (n: number) => np.ones([n]);
const c = await async(5);
const d = c.multiply(2);

console.log(b.tolist(), trace, low, high, c.shape, d.nbytes);
export {};
