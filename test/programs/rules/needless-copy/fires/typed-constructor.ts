const counts = new Uint32Array(200_000).fill(3);

// expect: needless-copy <<new Uint32Array(counts)>>
const mirror = new Uint32Array(counts);
let total = 0;
for (let i = 0; i < mirror.length; i++) total += mirror[i]!;
console.log(total, counts[0]);
