// log aggregation: parse lines, group by minute and status, percentiles
import * as np from 'numpy-ts';
import { createHash } from 'node:crypto';

type LogLine = { ts: number; status: number; bytes: number; latency: number };

function generate(n: number): string[] {
  const lines: string[] = [];
  let s = 42;
  for (let i = 0; i < n; i++) {
    s = (s * 48271) % 2147483647;
    const status = s % 20 === 0 ? 500 : s % 9 === 0 ? 404 : 200;
    lines.push(`${1000 + i * 0.05} GET /p/${s % 100} ${status} ${s % 50000} ${(s % 900) / 10}`);
  }
  return lines;
}

function parse(line: string): LogLine {
  const [ts, , , status, bytes, latency] = line.split(' ');
  return { ts: Number(ts), status: Number(status), bytes: Number(bytes), latency: Number(latency) };
}

const parsed = generate(60_000).map(parse);
const column = (key: keyof LogLine): np.NDArray => np.array(parsed.map((p) => p[key]));

const ts = column('ts');
const status = column('status');
const bytes = column('bytes');
const latency = column('latency');

const minute = np.floor(ts.subtract(Number(ts.min())).divide(60)).astype('int32');
const minutes = Number(minute.max()) + 1;

interface Group {
  minute: number;
  hits: number;
  errors: number;
  p50: number;
  p99: number;
}

const groups: Group[] = [];
for (let m = 0; m < minutes; m++) {
  const inMinute = minute.equal(m);
  const lat = latency.bindex(inMinute);
  const st = status.bindex(inMinute);
  groups.push({
    minute: m,
    hits: lat.size,
    errors: Number(np.count_nonzero(st.greater_equal(500))),
    p50: Number(np.percentile(lat, 50)),
    p99: Number(np.percentile(lat, 99)),
  });
}

const perMinuteBytes = np.bincount(minute, bytes);
const isError = status.greater_equal(400);
const errorRate = Number(np.mean(isError.astype('float64')));
const sorted = np.sort(latency);
const quantiles = [0.5, 0.9, 0.99].map((q) => Number(np.quantile(sorted, q)));
const [histCounts, histEdges] = np.histogram(latency, 30);
const codes = np.searchsorted(np.array([200, 404, 500]), status).astype('int32');
const crosstab = np.zeros([minutes, 3]);
const cm = minute.tolist() as number[];
const cc = codes.tolist() as number[];
cm.forEach((m, i) => crosstab.set([m, cc[i]!], Number(crosstab.get([m, cc[i]!])) + 1));
const share = crosstab.divide(np.sum(crosstab, 1, true) as np.NDArray);
const heavy = np.where(bytes.greater(40000), bytes, 0);
const cumulative = np.cumsum(bytes);
const normal = latency.subtract(Number(latency.mean())).divide(Number(latency.std()));
const outliers = normal.bindex(np.abs(normal).greater(1.6));
const digest = createHash('sha256').update(new Uint8Array(np.ascontiguousarray(share).tobytes())).digest('hex').slice(0, 12);
console.log(groups.length, status.nbytes, codes.dtype, perMinuteBytes.dtype, outliers.size, histEdges!.size);
console.log('checksum', errorRate.toFixed(6), quantiles.map((q) => q.toFixed(2)).join(','), Number(np.sum(heavy)), Number(cumulative.get([cumulative.size - 1])), Number(np.sum(histCounts!)), digest, groups.reduce((a, g) => a + g.p99, 0).toFixed(2));
