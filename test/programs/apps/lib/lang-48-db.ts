// @ts-nocheck -- written by reviewers to find wrong facts
export interface Table { rows: number; cols: string[] }
export const tables = new Map<string, Table>();
const subs: ((t: Table) => void)[] = [];
export const onAdd = (f: (t: Table) => void) => void subs.push(f);
const DEFAULT_COLS = ['id'];
export function addTable(name: string, rows: number, cols = DEFAULT_COLS) { if (tables.has(name)) throw new Error('dup'); const t = { rows, cols }; tables.set(name, t); for (const s of subs) s(t); return t; }
