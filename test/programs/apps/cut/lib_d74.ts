export function fire() { process.emit('grow' as any); }
