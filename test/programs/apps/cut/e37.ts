import * as np from 'numpy-ts';
async function t() { await null; const x = np.zeros([1000000]); x.dispose(); }
const p = t();
async function u() { const y = np.zeros([1000000]); await null; await null; y.dispose(); }
await u();
