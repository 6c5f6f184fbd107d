/**
 * `over-budget` for a budget that the person has set: functions whose peak is above it. The peak is the analysis's;
 * this only compares.
 */
import type { FileFacts, Finding, FunctionFacts, Span } from './analysis/api.ts';
import { formatBytes } from './format/bytes.ts';

export const OVER_BUDGET = 'over-budget';

/** One finding per function whose peak is a known number above `budget`. */
export function overBudget(facts: FileFacts, budget: number): Finding[] {
  return facts.functions.flatMap((fn) => {
    const peak = fn.peak?.value ?? null;
    return peak !== null && peak > budget ? [finding(facts, fn, peak, budget)] : [];
  });
}

function finding(facts: FileFacts, fn: FunctionFacts, peak: number, budget: number): Finding {
  return {
    id: `${OVER_BUDGET}:${fn.span.start}`,
    rule: OVER_BUDGET,
    severity: 'warning',
    span: firstLine(facts.text, fn.span),
    message:
      `\`${fn.name}\` holds ${formatBytes(peak)} at once, ${formatBytes(peak - budget)} above the budget of ` +
      `${formatBytes(budget)}. Give back what is no longer needed earlier, or work on a part at a time.`,
    bytes: { before: peak, after: null },
    formula: null,
    related: [],
    fixTitles: [],
  };
}

/** A whole function underlined helps nobody. */
function firstLine(text: string, span: Span): Span {
  const length = text.slice(span.start, span.end).search(/\s*(\r|\n)/);
  return length <= 0 ? span : { start: span.start, end: span.start + length };
}
