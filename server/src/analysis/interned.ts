/** Numbers that stand for texts, so that what is made of many texts is short to compare and to look up. */
export class Interned {
  /** When there are more texts, new numbers are given: what was known by the old ones is found anew. */
  static readonly MOST = 100_000;
  readonly #numbers = new Map<string, number>();
  #next = 1;

  /** The same number for the same text; never one that another text has had. */
  of(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    if (this.#numbers.size >= Interned.MOST) this.#numbers.clear();
    const number = this.#next++;
    this.#numbers.set(text, number);
    return number;
  }
}
