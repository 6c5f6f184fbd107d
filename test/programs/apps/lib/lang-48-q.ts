// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
import { tables } from './lang-48-db.ts';
export let lastQuery = '';
export function reset() { lastQuery = ''; }
export default function rowsOf(name: string) { lastQuery = name + name; const t = tables.get(name); return np.zeros([t?.rows ?? 1, t?.cols.length ?? 1]); }
