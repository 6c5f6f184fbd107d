const samples = new Float32Array(400_000);
for (let i = 0; i < samples.length; i++) samples[i] = i % 100;

// expect: needless-copy <<samples.slice(1000, 301_000)>>
const part = samples.slice(1000, 301_000);
let sum = 0;
for (const value of part) sum += value;
console.log(sum, samples.length);
