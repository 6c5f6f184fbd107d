await using r = { async [Symbol.asyncDispose]() { await new Promise<string>((r) => setTimeout(r, 9, 'k')); } };
export {};
