/**
 * The calls that are never executed, and why. Everything else that the library exports may be probed and measured.
 */

import type { Target } from './types.ts';

const DENIED: readonly { readonly pattern: RegExp; readonly reason: string }[] = [
  { pattern: /^(load|save)/, reason: 'reads or writes files' },
  { pattern: /File(Sync)?$/, reason: 'reads or writes files' },
  { pattern: /^(fromfile|tofile)$/, reason: 'reads or writes files' },
  { pattern: /^configureWasm$/, reason: "changes the library's memory for the whole process" },
  { pattern: /^(seterr|set_printoptions|printoptions)$/, reason: 'changes settings for the whole process' },
  { pattern: /^random\.(set_state|set_bit_generator)$/, reason: 'changes settings for the whole process' },
  { pattern: /^shared\.(setThreads|warmUp)$/, reason: 'starts threads' },
];

/** Why a call must not be executed, or null when it may. */
export function deniedReason(target: Target): string | null {
  if (target.kind === 'index') return null;
  const name = target.kind === 'function' ? target.path : target.name;
  const rule = DENIED.find(({ pattern }) => pattern.test(name));
  return rule === undefined ? null : `\`${name}\` is never executed: it ${rule.reason}`;
}
