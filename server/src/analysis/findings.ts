/** Runs the rules over one file and decides what is reported, under which severity. */
import type { Config, Finding, Severity } from './api.ts';
import type { RuleContext } from './rules/context.ts';
import { ALL_RULES } from './rules/index.ts';
import type { Detection, RuleMeta } from './rules/types.ts';
import { Suppressions } from './suppress.ts';

export interface Found {
  readonly id: string;
  readonly rule: RuleMeta;
  readonly severity: Severity;
  readonly detection: Detection;
}

/** Findings of one file, by place. One waste is one finding: the first rule that reports an expression keeps it. */
export function findAll(r: RuleContext, config: Config): Found[] {
  const suppressed = new Suppressions(r.module);
  const out: Found[] = [];
  const taken = new Set<string>();
  for (const rule of ALL_RULES) {
    const level = config.rules[rule.meta.id] ?? rule.meta.severity;
    if (level === 'off') continue;
    for (const d of rule.detect(r)) {
      const place = `${d.span.start}:${d.span.end}`;
      if (taken.has(place) || suppressed.covers(rule.meta.id, d.span.start)) continue;
      taken.add(place);
      const severity = rule.meta.about === 'waste' && d.before === null && level === 'warning' ? 'information' : level;
      out.push({ id: `${rule.meta.id}@${place}`, rule: rule.meta, severity, detection: d });
    }
  }
  return out.sort((a, b) => a.detection.span.start - b.detection.span.start);
}

export function toFinding(f: Found): Finding {
  const d = f.detection;
  return {
    id: f.id,
    rule: f.rule.id,
    severity: f.severity,
    span: d.span,
    message: d.message,
    bytes: { before: d.before, after: d.after },
    formula: d.formula,
    related: d.related,
    fixTitles: d.candidates.map((c) => c.title),
  };
}
