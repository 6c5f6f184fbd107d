await new Promise<string>((r) => setTimeout(r, 9, 'k'));
export {};
