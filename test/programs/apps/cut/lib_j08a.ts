export let level = 1;
fetchLevel();
async function fetchLevel() { await null; level = 0.5; }
