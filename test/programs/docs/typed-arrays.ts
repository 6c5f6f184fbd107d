// No array library: what programs do with typed arrays alone.
const samples = new Float32Array(48000);
for (let i = 0; i < samples.length; i++) samples[i] = Math.sin(i / 10);
const window = samples.subarray(100, 1124);
const copy = samples.slice(100, 1124);
const doubles = new Float64Array(samples);
const bytes = new Uint8Array(samples.buffer);
const words = new Uint16Array(bytes.buffer, 16, 8);
const loud = samples.filter((x) => x > 0.5);
const scaled = samples.map((x) => x * 2);
const from = Float64Array.from([1, 2, 3]);
const of = Int16Array.of(1, 2, 3, 4);
const clamped = new Uint8ClampedArray([300, -5, 10]);
const buffer = new ArrayBuffer(64);
const view = new Int32Array(buffer);

console.log(window.byteLength, copy.byteLength, doubles.byteLength, bytes.length, words.length, loud.length > 0);
console.log(scaled.length, from.byteLength, of.byteLength, clamped.join(), view.length);
