await new Promise((r) => setTimeout(r, 9));
export {};
