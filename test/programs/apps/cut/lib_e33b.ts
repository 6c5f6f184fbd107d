{ await using r = { async [Symbol.asyncDispose]() {} }; }
export {};
