export let level = 1;
setTimeout(() => { level = 0.5; }, 0);
