/** Finding, reading and writing files. */
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { relative } from 'node:path';
import { describe, it } from 'node:test';
import { discover } from '../../server/src/host/discover.ts';
import { DiskHost } from '../../server/src/host/disk.ts';
import { FileError, keepLineEnds, readSource, shownPath, writeSource } from '../../server/src/host/files.ts';
import { folder } from './support/programs.ts';

describe('discover', () => {
  const shown = (paths: string[], base: string): string[] => discover(paths, base).files.map((f) => f.shown);

  it('finds sources, and neither types, foreign code nor build output', () => {
    using dir = folder({
      'a.ts': '',
      'b.tsx': '',
      'c.mts': '',
      'd.cts': '',
      'e.js': '',
      'f.jsx': '',
      'g.mjs': '',
      'h.cjs': '',
      'x.d.ts': '',
      'x.d.mts': '',
      'x.json': '',
      'x.ts.txt': '',
      'sub/i.ts': '',
      'node_modules/x.ts': '',
      'sub/node_modules/x.ts': '',
      'dist/x.ts': '',
      '.hidden/x.ts': '',
      '.x.ts': '',
    });
    assert.deepEqual(shown(['.'], dir.path), [
      'a.ts',
      'b.tsx',
      'c.mts',
      'd.cts',
      'e.js',
      'f.jsx',
      'g.mjs',
      'h.cjs',
      'sub/i.ts',
    ]);
  });

  it('takes a file that is named whatever it is called, once, in the order of the arguments', () => {
    using dir = folder({ 'node_modules/x.ts': '', 'x.d.ts': '', 'z.ts': '', 'a.ts': '' });
    assert.deepEqual(shown(['z.ts', './a.ts', 'node_modules/x.ts', 'x.d.ts', '.'], dir.path), [
      'z.ts',
      'a.ts',
      'node_modules/x.ts',
      'x.d.ts',
    ]);
  });

  it('shows paths as they were asked for', () => {
    using dir = folder({ 'sub/a.ts': '' });
    assert.deepEqual(shown([dir.at('sub')], dir.path), [dir.at('sub/a.ts')]);
    assert.deepEqual(shown(['sub'], dir.path), ['sub/a.ts']);
    assert.deepEqual(shown(['..'], dir.at('sub')), ['a.ts']);
    assert.deepEqual(discover(['sub/a.ts'], dir.path).files, [{ path: dir.at('sub/a.ts'), shown: 'sub/a.ts' }]);
  });

  it('respects .gitignore files, the inner ones most, up to the root of the repository', () => {
    using dir = folder({
      '.gitignore': 'outside.ts',
      'repo/.git/HEAD': '',
      'repo/.gitignore': 'generated/\n*.gen.ts\n!keep.gen.ts',
      'repo/outside.ts': '',
      'repo/a.gen.ts': '',
      'repo/keep.gen.ts': '',
      'repo/generated/x.ts': '',
      'repo/sub/.gitignore': 'local.ts\n!b.gen.ts',
      'repo/sub/local.ts': '',
      'repo/sub/b.gen.ts': '',
      'repo/sub/c.gen.ts': '',
      'repo/local.ts': '',
    });
    assert.deepEqual(shown(['repo'], dir.path), [
      'repo/keep.gen.ts',
      'repo/local.ts',
      'repo/outside.ts',
      'repo/sub/b.gen.ts',
    ]);
    assert.deepEqual(shown(['.'], dir.at('repo/sub')), ['b.gen.ts']);
    assert.deepEqual(shown(['generated'], dir.at('repo')), ['generated/x.ts'], 'an ignored folder that was asked for');
  });

  it('follows links to files and not to folders', () => {
    using dir = folder({ 'real/a.ts': '' });
    mkdirSync(dir.at('links'));
    symlinkSync(dir.at('real/a.ts'), dir.at('links/b.ts'));
    symlinkSync(dir.at('links'), dir.at('links/circle.ts'));
    symlinkSync(dir.at('nowhere'), dir.at('links/broken.ts'));
    assert.deepEqual(shown(['links'], dir.path), ['links/b.ts']);
  });

  it('fails on a path that is not there', () => {
    using dir = folder({});
    assert.throws(() => discover(['x.ts'], dir.path), { name: 'FileError', message: 'x.ts: no such file or folder' });
  });
});

describe('files', () => {
  it('are read without their byte order mark and written with it', () => {
    using dir = folder({ 'a.ts': '\uFEFFä\r\n' });
    const source = readSource(dir.at('a.ts'));
    assert.deepEqual(source, { text: 'ä\r\n', bom: true });
    writeSource(dir.at('a.ts'), { ...source, text: 'ö\r\n' });
    assert.equal(readFileSync(dir.at('a.ts'), 'utf8'), '\uFEFFö\r\n');
    assert.deepEqual(readdirSync(dir.path), ['a.ts'], 'nothing else is left behind');
  });

  it('are written through links', () => {
    using dir = folder({ 'real/a.ts': 'old' });
    symlinkSync(dir.at('real/a.ts'), dir.at('link.ts'));
    writeSource(dir.at('link.ts'), { text: 'new', bom: false });
    assert.equal(readFileSync(dir.at('real/a.ts'), 'utf8'), 'new');
    assert.deepEqual(readdirSync(dir.path).toSorted(), ['link.ts', 'real']);
  });

  it('say why they cannot be read', () => {
    using dir = folder({ 'a.bin': new Uint8Array([0xff, 0xfe, 0x00]) });
    assert.throws(() => readSource(dir.at('none.ts')), { name: 'FileError', reason: 'no such file or folder' });
    assert.throws(() => readSource(dir.path), { name: 'FileError', reason: 'is a folder' });
    assert.throws(() => readSource(dir.at('a.bin')), { name: 'NotTextError', reason: 'is not UTF-8 text' });
    assert.throws(() => writeSource(dir.at('none.ts'), { text: '', bom: false }), FileError);
    assert.equal(new DiskHost().read(dir.at('none.ts')), null);
    assert.equal(new DiskHost().read(dir.path), null);
  });

  it('keep their line ends', () => {
    assert.equal(keepLineEnds('a\r\nb', 'x\ny\r\n'), 'x\r\ny\r\n');
    assert.equal(keepLineEnds('a\nb\r\n', 'x\ny\r\n'), 'x\ny\r\n');
    assert.equal(keepLineEnds('\r\n', '\n'), '\r\n');
    assert.equal(keepLineEnds('a', 'x\n'), 'x\n');
  });

  it('are shown relative to the working folder when they are in it', () => {
    assert.equal(shownPath('/a/b/c.ts', '/a'), 'b/c.ts');
    assert.equal(shownPath('/a/c.ts', '/a/b'), '/a/c.ts');
    assert.equal(relative('/a', '/a/..b'), '..b', 'what starts with two dots is not always outside');
    assert.equal(shownPath('/a/..b/c.ts', '/a'), '..b/c.ts');
  });
});
