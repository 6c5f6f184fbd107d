await null;
await null;
export {};
