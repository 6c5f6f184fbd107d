/**
 * Python with NumPy, as an oracle that owes nothing to this repository. Where it is not installed it is, on Debian as
 * root; where that cannot be, the tests that need it are skipped, and say so.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Debian's packages of these modules. */
const PACKAGES: Readonly<Record<string, string>> = {
  numpy: 'python3-numpy',
  numexpr: 'python3-numexpr',
  mpmath: 'python3-mpmath',
};
/** Test files run side by side, and each may have to install. */
const LOCK = ['-o', 'DPkg::Lock::Timeout=180'];
const CANDIDATES = ['/usr/bin/python3', 'python3'];

function has(python: string, modules: readonly string[]): boolean {
  const run = spawnSync(python, ['-c', `import ${modules.join(', ')}`], { stdio: 'ignore' });
  return run.status === 0;
}

function install(modules: readonly string[]): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const packages = modules.map((module) => PACKAGES[module] ?? `python3-${module}`);
  spawnSync('apt-get', ['update', '-q'], { env, stdio: 'ignore' });
  const run = spawnSync('apt-get', ['install', '-yq', '--no-install-recommends', ...LOCK, ...packages], {
    env,
    stdio: 'ignore',
  });
  return run.status === 0;
}

/** A Python that has these modules, or null, with a loud word about it. */
export function pythonWith(...modules: readonly string[]): string | null {
  const ready = () => CANDIDATES.find((python) => has(python, modules)) ?? null;
  const found = ready() ?? (install(modules) ? ready() : null);
  if (found === null) console.error(`\n*** SKIPPED: there is no Python with ${modules.join(', ')} here ***\n`);
  return found;
}

/** Runs a program on a value and gives the value that it prints, both as JSON. */
export function askPython(python: string, program: string, input: unknown): unknown {
  // The environment's hints for OpenBLAS are not for this.
  const run = spawnSync(python, ['-c', program], {
    input: JSON.stringify(input),
    maxBuffer: 2 ** 30,
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(`Python failed: ${run.stderr}`);
  return JSON.parse(run.stdout);
}
