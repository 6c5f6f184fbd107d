export let level = 1;
let next = 1;
const p = Promise.resolve().then(() => { level = next; });
next = 0.5;
export { p };
