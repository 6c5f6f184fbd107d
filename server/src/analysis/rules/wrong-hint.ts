/** `wrong-hint`: a comment that says of a variable what it is known not to be, or that cannot be followed. */
import type { Value } from '../domain/value.ts';
import type { Hint } from '../ir/types.ts';
import type { RuleContext } from './context.ts';
import type { Candidate, Detection, Rule } from './types.ts';
import { bytesText } from './words.ts';

export const wrongHint: Rule = {
  meta: {
    id: 'wrong-hint',
    about: 'comments',
    severity: 'warning',
    summary: 'A comment says what a variable is, and it is something else.',
    what: 'Reports `bytelens: NAME is …` comments that contradict what is known of the variable, that name no variable, stand at no statement, or are not understood. Such a comment is not followed.',
    why: 'What a comment says is taken for true where nothing else is known: of the variable and of everything that is made of it. One that is out of date makes wrong numbers.',
    example: {
      before: `import * as np from 'numpy-ts';

/* bytelens: image is float32[480, 640] */
const image = np.zeros([480, 640], 'uint8');
console.log(Number(np.sum(image)));
`,
      after: `import * as np from 'numpy-ts';

/* bytelens: image is uint8[480, 640] */
const image = np.zeros([480, 640], 'uint8');
console.log(Number(np.sum(image)));
`,
    },
    right: `import * as np from 'numpy-ts';

function brightness(image: np.NDArray): number {
  /* bytelens: image is uint8[h, w] */
  return Number(np.max(image));
}
console.log(brightness(np.ones([480, 640], 'uint8')));
`,
    advice: 'Of the tool, not of the articles: a number that is shown must be true.',
  },
  detect: (r) => [...r.module.badHints.map(notFollowed), ...contradicted(r)],
};

function notFollowed({ span, problem }: RuleContext['module']['badHints'][number]): Detection {
  return finding(span, `This comment is not followed: ${problem}.`, []);
}

function contradicted(r: RuleContext): Detection[] {
  return [...r.records.hints.values()].flatMap(({ path, hint, is }) => {
    if (path !== r.module.path || is === null) return [];
    const told = r.text(hint.saidSpan);
    const message = `The comment says that ${hint.variable} is ${told}, but it is ${describe(r, is)}. It is not followed.`;
    return [finding(hint.span, message, correction(hint, is))];
  });
}

function finding(span: Detection['span'], message: string, candidates: readonly Candidate[]): Detection {
  return { span, message, before: null, after: null, formula: null, related: [], candidates, onlyIfSafe: false };
}

/** `float64 [100] (800 B)` */
function describe(r: RuleContext, v: Value): string {
  if (v.k !== 'array') return v.k === 'num' ? numberText(v) : 'no array';
  const dtype = v.ctor ?? v.dtypes?.join(' or ') ?? 'of an unknown dtype';
  const shape = v.shape === null ? '' : ` [${v.shape.map((d) => d ?? '?').join(', ')}]`;
  const nbytes = r.bytes(v);
  return `${dtype}${shape}${nbytes ? ` (${bytesText(nbytes)})` : ''}`;
}

function numberText({ fact }: Value & { k: 'num' }): string {
  return fact.lo === fact.hi ? String(fact.lo) : `a number from ${fact.lo} to ${fact.hi}`;
}

/** The comment with what is known in it, where that is one thing. */
function correction(hint: Hint, is: Value): Candidate[] {
  const text = is.k === 'array' ? arrayText(is) : is.k === 'num' && is.fact.lo === is.fact.hi ? `${is.fact.lo}` : null;
  if (text === null) return [];
  return [
    {
      title: `Say that it is ${text}`,
      aims: 'suggestion',
      check: 'that the comment is wrong, and not the code',
      edits: () => [{ span: hint.saidSpan, newText: text }],
    },
  ];
}

function arrayText(a: Value & { k: 'array' }): string | null {
  const axes = a.shape?.map((d) => d?.value ?? null) ?? [null];
  if (a.dtypes?.length !== 1 || axes.includes(null)) return null;
  return `${a.ctor ?? a.dtypes[0]}[${axes.join(', ')}]`;
}
