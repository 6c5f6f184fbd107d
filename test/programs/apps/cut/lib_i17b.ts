process.emit('grow' as any);
export {};
