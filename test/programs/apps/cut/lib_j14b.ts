import { readFile } from 'node:fs/promises';
export const other = (await readFile(import.meta.filename)).length;
