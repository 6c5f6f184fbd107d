await null;
export {};
