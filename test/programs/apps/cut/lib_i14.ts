export const M: any = Math;
const old = M.floor;
M.floor = (x: number) => old(x) + 4;
