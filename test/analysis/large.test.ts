/** What many sizes of which none is known make of memory: it is told or not, and takes no time or memory to speak of. */
import assert from 'node:assert/strict';
import { after, it } from 'node:test';
import { analyzerOf, closeLaws } from './support.ts';

after(closeLaws);

it('the largest of many sizes that are not known stays small', () => {
  const calls = [
    'np.linspace(0, 1, n)',
    'np.arange(n)',
    'np.arange(0, n, 2)',
    'np.ones([n, 3])',
    'np.fft.fft(a)',
    'a.add(1)',
  ];
  const statements = Array.from(
    { length: 60 },
    (_, k) => `  try { const x = ${calls[k % calls.length]}; if (n === -1) console.log(x); } catch {}`,
  );
  const text = `import * as np from 'numpy-ts';
for (const n of JSON.parse('[0, 1, 50000]') as number[]) {
  const a = np.ones([n]);
${statements.join('\n')}
}
`;
  const { sites, functions } = analyzerOf({ '/a.ts': text }).facts('/a.ts');
  assert.ok(sites.filter(({ dtype }) => dtype === 'float64').length > 40);
  assert.equal(functions[0]?.peak, null);
});
