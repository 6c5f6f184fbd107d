/** `wrong-hint`: comments that contradict what is known, or cannot be followed, are told; others are not. */
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { closeLaws } from '../analysis/support.ts';
import { analyzerOver, findingsOf, fixesOf, type Program, textOf } from './programs.ts';

after(closeLaws);

const HEAD = "import * as np from 'numpy-ts';\nimport { load, flag } from 'elsewhere';\n";

let made = 0;

/** The texts on which it stands in a program, each with what is said behind `not followed:` or `but it is`. */
function told(code: string): string[] {
  const program: Program = { path: `/hint-${made++}.ts`, name: 'hint', text: HEAD + code };
  const found = findingsOf(program).filter((f) => f.rule === 'wrong-hint');
  for (const f of found) {
    assert.equal(f.severity, 'warning');
    assert.deepEqual(f.bytes, { before: null, after: null });
  }
  return found.map((f) => `${textOf(program, f.span)} ~ ${/(?:not followed: |but it is )(.*)/.exec(f.message)?.[1]}`);
}

describe('wrong-hint', () => {
  for (const [code, is] of [
    ['/* bytelens: a is float32[4] */\nconst a = np.zeros([4]);', 'float64 [4] (32 B)'],
    ['/* bytelens: a is float64[5] */\nconst a = np.zeros([4]);', 'float64 [4] (32 B)'],
    ['/* bytelens: a is float64[4, 1] */\nconst a = np.zeros([4]);', 'float64 [4] (32 B)'],
    ['/* bytelens: a is Float64Array[4] */\nconst a = np.zeros([4]);', 'float64 [4] (32 B)'],
    ['/* bytelens: a is float32[4] */\nconst a = new Float32Array(4);', 'Float32Array [4] (16 B)'],
    ['/* bytelens: a is Uint8Array[4] */\nconst a = new Float32Array(4);', 'Float32Array [4] (16 B)'],
    ["/* bytelens: a is float32[4] */\nconst a = 'text';", 'no array'],
    ['/* bytelens: n is 5 */\nconst n = 4;', '4'],
    ['/* bytelens: n is 5 */\nconst n = np.zeros([4]);', 'float64 [4] (32 B)'],
    ['function f(x) {\n/* bytelens: x is float32[4] */\nx.add(1);\n}\nf(np.zeros([3]));', 'float64 [3] (24 B)'],
  ] as const) {
    it(`is told that it is ${is}: ${code.split('\n')[0]}`, () => {
      const said = told(code);
      assert.equal(said.length, 1);
      assert.ok(said[0]?.startsWith('/* bytelens: ') && said[0]?.includes(`~ ${is}. It is not followed.`), said[0]);
    });
  }

  for (const [comment, problem] of [
    ['a is float99[3]', /^expected a dtype \(float64, .*\) or a typed array, got `float99`/],
    ['a is float32[3', /^expected `NAME is float32\[1024, n\]`.*, got `float32\[3`/],
    ['a is float32[3, -1]', /^expected a size, a name or `\?` for each axis, got `-1`/],
    ['a is Float32Array[3, 2]', /^expected one axis, for a Float32Array has one, got 2/],
    ['a float32[3]', /^expected `NAME is float32\[1024, n\]`.*, got `a float32\[3\]`/],
    ['b is float32[3]', /^there is no variable b here/],
  ] as const) {
    it(`is told what is expected: ${comment}`, () => {
      const [said, ...rest] = told(`/* bytelens: ${comment} */\nconst a = load();\na.copy();`);
      assert.deepEqual(rest, []);
      assert.match(said?.split(' ~ ')[1] ?? 'nothing', problem);
    });
  }

  it('is told where it stands at no statement', () => {
    assert.match(
      told('const a = load(/* bytelens: a is float32[3] */);\na.copy();')[0] ?? '',
      /neither before a statement/,
    );
  });

  it('is silent where nothing else is known, or the same', () => {
    for (const code of [
      '/* bytelens: a is float32[4] */\nconst a = load();',
      '/* bytelens: a is float64[4] */\nconst a = np.zeros([4]);',
      '/* bytelens: a is float64[n] */\nconst a = np.zeros([4]);',
      '/* bytelens: a is float64 */\nconst a = np.zeros([4]);',
      'const a = load(); // bytelens: a is float32[4, ?]',
      'function f(x: np.NDArray) {\n// bytelens: x is uint8[h, w]\nreturn x.add(1);\n}',
      "const text = 'bytelens: nothing';",
      '/* bytelens-ignore-next-line needless-copy */\nconst a = load();',
      '// see bytelens: it finds waste\nconst a = load();',
    ])
      assert.deepEqual(told(code), [], code);
  });

  it('offers to say what it is', () => {
    const text = `${HEAD}/* bytelens: a is float32[n] */\nconst a = np.zeros([4]);`;
    const [fix] = fixesOf({ path: '/fix.ts', name: 'fix', text });
    assert.equal(fix?.text, text.replace('float32[n]', 'float64[4]'));
    assert.equal(fix?.fix.applicability, 'suggestion');
  });

  it('makes a fix that it contradicts no safe one', () => {
    const program = (comment: string) =>
      `${HEAD}const a = np.zeros([100_000]); ${comment}\nconsole.log(Number(np.sum(a)));`;
    const applicability = (comment: string) => {
      const p = program(comment);
      const analyzer = analyzerOver('/safe.ts', p);
      const finding = analyzer.findings('/safe.ts').find((f) => f.rule === 'oversized-dtype');
      return finding ? analyzer.fixes('/safe.ts', finding.id)[0]?.applicability : undefined;
    };
    assert.equal(applicability(''), 'safe');
    assert.equal(applicability('// bytelens: a is float64[100000]'), undefined);
  });
});
