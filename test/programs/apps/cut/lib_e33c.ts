import { get } from './lib_e33a.ts';
export const seen: any = get().copy();
