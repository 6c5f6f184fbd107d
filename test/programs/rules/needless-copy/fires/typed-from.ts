const track = new Float64Array(100_000).fill(0.5);

// expect: needless-copy <<Float64Array.from(track)>>
const same = Float64Array.from(track);
let energy = 0;
for (const value of same) energy += value * value;
console.log(energy, track.length);
