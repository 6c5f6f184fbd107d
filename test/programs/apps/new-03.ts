// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// csv parsing and statistics
const csv = `station,temp,hum,flag
a,12.5,40,1
b,13.25,41,0
c,,39,1
d,15.0,44,1
`;
type Row = { station: string; temp: number; hum: number; flag: boolean };
function parse(text: string): Row[] {
  const [head, ...lines] = text.trim().split('\n');
  const names = head!.split(',');
  return lines.map((l) => {
    const c = l.split(',');
    const at = (n: string) => c[names.indexOf(n)] ?? '';
    return { station: at('station'), temp: at('temp') === '' ? NaN : Number(at('temp')), hum: parseInt(at('hum'), 10), flag: at('flag') === '1' };
  });
}
const rows = parse(csv);
const temp = np.array(rows.map((r) => r.temp));
const hum = np.array(rows.map((r) => r.hum));
const flag = np.array(rows.map((r) => r.flag));
const hum16 = np.array(rows.map(({ hum }) => hum), 'int16');
console.log(temp.dtype, hum.dtype, flag.dtype, hum16.dtype);
const ok = np.isfinite(temp);
const good = temp.bindex(ok);
const table = np.column_stack([temp, hum, flag]);
console.log(table.shape, table.dtype, good.shape, Number(np.nanmean(temp)));
const rep = np.repeat(table, 40000, 0);
const std = np.nanstd(rep, 0) as np.NDArray;
const mean = np.nanmean(rep, 0) as np.NDArray;
const z = rep.subtract(mean).divide(std.add(1e-9));
const filled = np.nan_to_num(z);
const clip = np.clip(filled, -1, 1);
const pct = np.percentile(clip, 50, 0) as np.NDArray;
console.log(z.shape, clip.nbytes, pct.shape, pct.tolist());
const byFlag = Object.groupBy(rows, (r) => (r.flag ? 'yes' : 'no'));
for (const k of ['yes', 'no'] as const) {
  const part = np.array((byFlag[k] ?? []).map((r) => [r.hum, r.temp || 0]));
  console.log(k, part.shape, part.dtype);
}
