/** The settings under `bytelens.*`. A value that can't be used is said once and its default taken. */
import { type Config, DEFAULT_CONFIG, type Severity } from '../analysis/api.ts';
import { parseBytes } from '../format/bytes.ts';

export interface Settings {
  readonly enable: boolean;
  readonly hover: boolean;
  /** Most bytes that a function may hold at once. */
  readonly budget: number | null;
  readonly analysis: Config;
}

export const DEFAULT_SETTINGS: Settings = { enable: true, hover: true, budget: null, analysis: DEFAULT_CONFIG };

const LEVELS: readonly string[] = ['warning', 'information', 'hint', 'off'] satisfies (Severity | 'off')[];

/** Reads what an editor sent; `complain` is told of each value that can't be used. */
export function readSettings(sent: unknown, complain: (text: string) => void): Settings {
  const section = record(sent);
  const wrong = (key: string, expected: string, got: unknown): void =>
    complain(`bytelens.${key}: expected ${expected}, got ${JSON.stringify(got)}; the default is used.`);

  const boolean = (key: string, value: unknown, otherwise: boolean): boolean => {
    if (typeof value === 'boolean') return value;
    if (isSet(value)) wrong(key, 'true or false', value);
    return otherwise;
  };
  const size = (key: string, value: unknown, otherwise: number | null): number | null => {
    const bytes = typeof value === 'string' ? parseBytes(value) : value;
    if (typeof bytes === 'number' && Number.isSafeInteger(bytes) && bytes >= 0) return bytes;
    if (isSet(value)) wrong(key, 'a size in bytes such as 262144 or "512MiB"', value);
    return otherwise;
  };

  const rules: Record<string, Severity | 'off'> = {};
  for (const [rule, level] of Object.entries(record(section.rules))) {
    if (typeof level === 'string' && LEVELS.includes(level)) rules[rule] = level as Severity | 'off';
    else wrong(`rules.${rule}`, `one of ${LEVELS.join(', ')}`, level);
  }
  const { minBytes } = DEFAULT_CONFIG;
  return {
    enable: boolean('enable', section.enable, true),
    hover: boolean('hover.enable', record(section.hover).enable, true),
    budget: size('budget', section.budget, null),
    analysis: { minBytes: size('minBytes', section.minBytes, minBytes) ?? minBytes, rules },
  };
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
