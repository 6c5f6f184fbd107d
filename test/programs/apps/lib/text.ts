import * as np from 'numpy-ts';

export const tokenize = (text: string): string[] => text.toLowerCase().split(/\s+/).filter(Boolean);

export class Vocabulary {
  #ids = new Map<string, number>();

  add(tokens: Iterable<string>): void {
    for (const t of tokens) if (!this.#ids.has(t)) this.#ids.set(t, this.#ids.size);
  }

  index(token: string): number | undefined {
    return this.#ids.get(token);
  }

  get size(): number {
    return this.#ids.size;
  }
}

export function rowNorms(m: np.NDArray): np.NDArray {
  const sq = m.multiply(m);
  const s = np.sum(sq, 1) as np.NDArray;
  return np.sqrt(s.add(1e-12));
}
