import { readFileSync } from 'node:fs';
import { Analyzer } from '/tmp/hunt6/server/src/analysis/analyzer.ts';
import { applyEdits } from '/tmp/hunt6/server/src/analysis/whatif/edits.ts';
import { openLaws } from '/tmp/hunt6/core/src/laws/index.ts';
import { proveText } from '/tmp/hunt6/test/proof/prove.ts';
const laws = openLaws(); const P = process.argv[2]!; const text = readFileSync(P, 'utf8');
const a = new Analyzer({ host: { read: (p: string) => { try { return readFileSync(p, 'utf8'); } catch { return null; } } }, laws });
for (const f of a.findings(P)) for (const x of a.fixes(P, f.id)) { const r = await proveText(P, applyEdits(text, x.edits)); console.log(f.rule, x.title.slice(0, 60), x.applicability, r.objection?.slice(0, 200) ?? 'PROVEN', r.before.peakBytes, r.after.peakBytes); }
laws.close(); process.exit(0);
