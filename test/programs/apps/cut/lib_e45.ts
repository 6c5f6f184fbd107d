export const M: any = Math;
