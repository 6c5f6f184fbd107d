export function use(x: any) { return x.copy(); }
