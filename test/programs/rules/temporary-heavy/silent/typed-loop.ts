// The fused loop that a chain should be.
const a = new Float64Array(200_000).fill(0.5);
const b = new Float64Array(200_000).fill(0.25);
const r = new Float64Array(200_000);
for (let i = 0; i < r.length; i++) r[i] = a[i]! * a[i]! + b[i]! * b[i]! + 2 * a[i]! * b[i]!;
console.log(r[0], r.at(-1));
