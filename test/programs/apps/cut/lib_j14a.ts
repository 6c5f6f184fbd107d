export let n = 3;
queueMicrotask(() => { n = 9; });
