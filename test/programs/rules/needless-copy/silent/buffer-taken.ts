const whole = new Uint8Array(1_000_000).fill(7);
// `subarray` would expose all of the buffer.
const packet = whole.slice(100, 400_100).buffer;
console.log(packet.byteLength, whole.length);
