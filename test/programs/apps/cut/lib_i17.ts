export let n = 3;
process.on('grow' as any, () => { n = 5; });
