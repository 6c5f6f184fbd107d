/** `temporary-heavy`: an expression whose intermediates take more than its result. */
import { Sym } from '../domain/sym.ts';
import { blockwiseEdits, canSplit } from './blockwise-edit.ts';
import { type ChainNode, chainsOf, intermediatesOf } from './chains.ts';
import type { RuleContext } from './context.ts';
import { disposeEdits } from './dispose-edit.ts';
import type { Candidate, Detection, Rule } from './types.ts';
import { bytesText } from './words.ts';

/** A single intermediate is not what this rule is for. */
const FEWEST = 2;

export const temporaryHeavy: Rule = {
  meta: {
    id: 'temporary-heavy',
    about: 'waste',
    severity: 'warning',
    summary: 'An expression whose intermediates take more memory than its result.',
    what: 'Reports a chain of array operations (in one expression, or spread over variables that are used once) with at least two intermediates that are together at least as large as the result.',
    why: 'Each operation makes a new array. JavaScript has no reference counts, so an intermediate stays in the pool until the garbage collector comes, which is never inside synchronous code: a² + b² + 2ab holds six arrays for one result.',
    example: {
      before: `import * as np from 'numpy-ts';

const a = np.linspace(0, 1, 200_000);
const b = np.linspace(1, 2, 200_000);
const r = a.multiply(a).add(b.multiply(b)).add(a.multiply(b).multiply(2));
console.log(Number(np.sum(r)).toFixed(6));
`,
      after: `import * as np from 'numpy-ts';

const a = np.linspace(0, 1, 200_000);
const b = np.linspace(1, 2, 200_000);
const t1 = a.multiply(a);
const t2 = b.multiply(b);
const t3 = t1.add(t2);
t1.dispose();
t2.dispose();
const t4 = a.multiply(b);
const t5 = t4.multiply(2);
t4.dispose();
const r = t3.add(t5);
t3.dispose();
t5.dispose();
console.log(Number(np.sum(r)).toFixed(6));
`,
    },
    right: `import * as np from 'numpy-ts';

// Each intermediate is freed once it is used.
const a = np.linspace(0, 1, 200_000);
const squared = a.multiply(a);
const shifted = squared.add(1);
squared.dispose();
console.log(Number(np.sum(shifted)).toFixed(6));
`,
    advice:
      'Values that are computed, kept at several times the array’s size, and thrown away: reuse, divide and conquer, numexpr.',
  },
  detect: (r) => chainsOf(r).flatMap((n) => detect(r, n)),
};

function detect(r: RuleContext, root: ChainNode): Detection[] {
  const temps = intermediatesOf(root);
  const result = r.bytes(root.array);
  if (temps.length < FEWEST || !result) return [];
  const sizes = temps.map((t) => r.bytes(t.node.array));
  if (sizes.some((s) => s === null)) return [];
  const total = (sizes as Sym[]).reduce((a, b) => a.add(b), Sym.of(0));
  const worth = r.worth(total);
  if (worth === 'no') return [];
  // Small intermediates beside a large result are no burden.
  const difference = total.sub(result).value;
  if (difference === null || difference < 0) return [];
  const after = peakWithDisposal(r, root);
  const before = total.add(result);
  if (worth === 'yes' && r.worth(before.sub(after)) === 'no') return [];
  return [
    {
      span: root.call.instr.span,
      message: `${temps.length} intermediates (${bytesText(total)}) for a result of ${bytesText(result)}, and none is freed before the garbage collector runs: ${bytesText(before)} at once. If each were freed when it is used, it would be ${bytesText(after)}.`,
      before: before.value,
      after: after.value,
      formula: before.value === null ? { before: before.toString(), after: after.toString() } : null,
      related: [],
      candidates: candidates(r, root),
      onlyIfSafe: false,
    },
  ];
}

/** Most bytes at once if each intermediate is freed as soon as the call that uses it has returned. */
function peakWithDisposal(r: RuleContext, root: ChainNode): Sym {
  let held = Sym.of(0);
  let peak = Sym.of(0);
  const order = [...intermediatesOf(root).map((i) => i.node), root];
  for (const n of order) {
    held = held.add(r.bytes(n.array) as Sym);
    const d = held.sub(peak).value;
    if (d === null || d > 0) peak = held;
    for (const i of n.inputs) held = held.sub(r.bytes(i.node.array) as Sym);
  }
  return peak;
}

function candidates(r: RuleContext, root: ChainNode): Candidate[] {
  const out: Candidate[] = [
    {
      title: 'Free each intermediate when it is used',
      aims: 'safe',
      check: 'that no intermediate is used anywhere else',
      edits: () => disposeEdits(r, root),
    },
  ];
  const calls = [...intermediatesOf(root).map((i) => i.node.call), root.call];
  if (!intermediatesOf(root).some((i) => i.variable) && canSplit(calls)) {
    out.push({
      title: 'Compute it block by block (uses the bytelens package)',
      aims: 'suggestion',
      check: 'that the project depends on the bytelens package',
      edits: () => blockwiseEdits(r, root.call.instr.span, calls, null, 0),
    });
  }
  return out;
}
