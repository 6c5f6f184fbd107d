/** Tests the harness itself, then holds the analysis against every program. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { check } from './check.ts';
import { compare } from './compare.ts';
import { type ArrayFact, hasBytelens } from './facts.ts';
import { instrument } from './instrument.ts';
import { type FileTruth, measure } from './measure.ts';
import { allPrograms } from './programs.ts';
import type { ArrayRecord } from './records.ts';
import { render } from './report.ts';

const SELF_TEST = fileURLToPath(new URL('../programs/harness/self-test.ts', import.meta.url));

describe('instrument', () => {
  const rewritten = (source: string) =>
    instrument(source, 'x.ts')
      .code.replaceAll(/const __m\$ = __e\$\(\d+\); /g, '')
      .replace(/\n;__x\$\(__m\$\);\n$/, '');

  it('wraps calls, new and accesses, and keeps callees whole', () => {
    assert.equal(rewritten('a.b(c).d;'), '__t$(0, __t$(1, __n$(a).b(__n$(c))).d);');
    assert.equal(rewritten('new a.B(1)[0];'), '__t$(0, __t$(1, new a.B(1))[0]);');
    assert.equal(rewritten('(a.b)(1);'), '__t$(0, (__n$(a).b)(1));');
  });

  it('leaves targets alone', () => {
    assert.equal(rewritten('a.b = a.c;'), '__n$(a).b = __t$(0, __n$(a).c);');
    assert.equal(rewritten('a.b++; delete a[0];'), '__n$(a).b++; delete __n$(a)[0];');
    assert.equal(rewritten('[a.b, ...a.c] = d;'), '[__n$(a).b, ...__n$(a).c] = d;');
    assert.equal(rewritten('({ x: a.b } = d);'), '({ x: __n$(a).b } = d);');
  });

  it('wraps an optional chain once, from outside', () => {
    assert.equal(rewritten('f(a)?.b.c(1)!.d;'), '__t$(0, __t$(1, f(__n$(a)))?.b.c(1)!.d);');
  });

  it('skips types and namespaces', () => {
    const source = "import * as np from 'numpy-ts';\n";
    assert.equal(
      rewritten(`${source}let x: np.NDArray = np.e as typeof np.e;`),
      `${source}let x: np.NDArray = np.e as typeof np.e;`,
    );
  });
});

describe('measure', () => {
  let truth: FileTruth;
  before(async () => {
    const program = await measure(SELF_TEST);
    assert.equal(program.failure, null);
    truth = program.files[0] as FileTruth;
  });
  const at = (text: string) => {
    const found = truth.sites.find((each) => each.site.text === text);
    assert.ok(found, `no site ${text}`);
    return found.record;
  };

  it('records dtype, shape, bytes and owner', () => {
    const { times, ...record } = at('np.zeros([3, 4], "int16")').arrays[0] ?? assert.fail();
    assert.equal(times, 1);
    assert.deepEqual(record, {
      library: 'numpy-ts',
      dtype: 'int16',
      shape: [3, 4],
      nbytes: 24,
      storage: 'owns',
      orders: ['C'],
      resident: 40,
    });
  });

  it('tells views from owners, also of arrays that came in a list or an object', () => {
    assert.equal(at('owner.T').arrays[0]?.storage, 'view');
    assert.equal(at('np.flip(owner)').arrays[0]?.storage, 'view');
    assert.equal(at('owner.copy()').arrays[0]?.storage, 'owns');
    assert.equal(at("q.slice('0')").arrays[0]?.storage, 'view');
    assert.equal(at('np.asarray(owner)').arrays[0]?.storage, 'owns', 'the same object again');
    assert.equal(at('bytes.subarray(1)').arrays[0]?.storage, 'view');
    assert.equal(at('bytes.slice(1)').arrays[0]?.storage, 'owns');
  });

  it('keeps every kind of value that a site had', () => {
    assert.deepEqual(
      at('np.ones([n])').arrays.map((array) => [array.shape, array.times]),
      [
        [[2], 2],
        [[5], 1],
      ],
    );
  });

  it('measures the peak of a function in size classes', () => {
    const peak = truth.peaks.find((each) => each.function.name === 'chain')?.record;
    // 1,000 float64 take a block of 8,192 and 8 bytes of header; the chain holds two results.
    assert.equal(peak?.poolBytes, 2 * (8192 + 8));
  });

  it('finds a wrong claim and counts the rest as unknown', () => {
    const { site } = truth.sites.find((each) => each.site.text === 'owner.T') ?? assert.fail();
    const record: ArrayRecord = at('owner.T').arrays[0] ?? assert.fail();
    const fact: ArrayFact = {
      range: {
        start: { line: site.line, character: site.character },
        end: { line: site.endLine, character: site.endCharacter },
      },
      text: site.text,
      name: null,
      library: 'numpy-ts',
      dtype: ['int16', 'int8'],
      shape: [4, 'n'],
      nbytes: 25,
      formula: null,
      atMost: null,
      resident: null,
      storage: 'owns',
      order: 'F',
      unknown: null,
      variants: null,
    };
    const result = compare({ path: truth.path, arrays: [fact], functions: [] }, truth);
    assert.deepEqual(
      result.wrong.map(({ what, claimed, real }) => [what, claimed, real]),
      [
        ['nbytes', '25', '24'],
        ['storage', 'owns', 'view'],
      ],
    );
    assert.equal(result.knownBytes, 1);
    assert.ok(result.unknown.some(({ reason }) => reason === 'no entry for this expression'));
    const variant = (dtype: string, nbytes: number) => ({ dtype, shape: record.shape, nbytes, resident: null });
    const told = (variants: ArrayFact['variants']) =>
      compare(
        { path: truth.path, arrays: [{ ...fact, nbytes: null, storage: 'view', variants }], functions: [] },
        truth,
      );
    assert.deepEqual(told([variant('int8', 12), variant(record.dtype, record.nbytes)]).wrong, []);
    assert.equal(told([variant('int8', 12), variant(record.dtype, record.nbytes)]).knownBytes, 1);
    assert.deepEqual(
      told([variant('int8', 12), variant('int32', 48)]).wrong.map(({ what }) => what),
      ['variants'],
    );
  });

  it('changes nothing that a program does', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bytelens-truth-'));
    after(() => rmSync(folder, { recursive: true, force: true }));
    const file = join(folder, 'order.ts');
    writeFileSync(
      file,
      `const log: string[] = [];
       const say = (x: string) => (log.push(x), x);
       class A { value = 1; get me() { say('me'); return this; } plus(n: number) { return this.value + n; } }
       const a = new A();
       const o: Record<string, unknown> = {};
       o[say('k')] = a.me.plus(say('1').length);
       const none: A | undefined = undefined as A | undefined;
       say(String(none?.me.plus(1)));
       const { length } = [1, 2].map((x) => ({ x }).x);
       function* three() { yield a.me; yield* [1, 2]; }
       say(String([...three()].length + length));
       label: for (const x of [1, 2]) { for (;;) { if (x) continue label; } }
       console.log(log.join(' '), JSON.stringify(o));`,
    );
    assert.equal((await measure(file)).stdout, 'k me 1 undefined me 5 {"k":2}\n');
  });
});

describe('truth', { skip: hasBytelens() ? false : 'the command line tool is not there yet' }, () => {
  it('finds nothing wrong in any program', { timeout: 600_000 }, async (t) => {
    const programs = allPrograms();
    const { comparison, failed } = await check(programs);
    t.diagnostic(render(comparison, programs.length));
    assert.deepEqual(failed, []);
    assert.deepEqual(comparison.wrong, []);
  });
});
