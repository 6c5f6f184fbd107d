/** What rules read: the calls of one file with their facts, who uses what, and what happens to storages over time. */
import type { Span } from '../api.ts';
import { logicalBytes } from '../domain/bytes.ts';
import type { Sym } from '../domain/sym.ts';
import type { ArrayValue, StoreId } from '../domain/value.ts';
import type { CallRecord, Event, Records } from '../interp/records.ts';
import type { Instr, ModuleIR } from '../ir/types.ts';
import { Uses } from '../ir/uses.ts';

export class RuleContext {
  readonly module: ModuleIR;
  readonly #wholeText: () => string;
  readonly records: Records;
  readonly minBytes: number;
  readonly calls: readonly CallRecord[];
  readonly uses: Uses;
  readonly #events = new Map<StoreId, Event[]>();
  readonly #byInstr = new Map<number, CallRecord>();

  constructor(module: ModuleIR, wholeText: () => string, records: Records, minBytes: number) {
    this.module = module;
    this.#wholeText = wholeText;
    this.records = records;
    this.minBytes = minBytes;
    this.calls = [...records.calls.values()]
      .filter((c) => c.module === module.path)
      .sort((a, b) => a.instr.span.start - b.instr.span.start || b.instr.span.end - a.instr.span.end);
    this.uses = new Uses(module);
    for (const c of this.calls) this.#byInstr.set(c.instr.id, c);
    for (const e of records.events) {
      const list = this.#events.get(e.store);
      if (list) list.push(e);
      else this.#events.set(e.store, [e]);
    }
  }

  /** All of the file: what is analysed may be a part of it, and new names must be new in all. */
  get wholeText(): string {
    return this.#wholeText();
  }

  text(span: Span): string {
    return this.module.text.slice(span.start, span.end);
  }

  /** The record of the call that an instruction is, if it is one. */
  callOf(i: Instr | null): CallRecord | null {
    return i ? (this.#byInstr.get(i.id) ?? null) : null;
  }

  /** Everything that happens to a storage, in order. */
  events(store: StoreId): readonly Event[] {
    return this.#events.get(store) ?? [];
  }

  eventsOf(stores: Iterable<StoreId>): Event[] {
    return [...stores].flatMap((s) => this.events(s));
  }

  /** The result where it is one array of one dtype. */
  arrayOf(c: CallRecord): ArrayValue | null {
    return c.result.k === 'array' && c.result.dtypes?.length === 1 ? c.result : null;
  }

  bytes(a: ArrayValue): Sym | null {
    return logicalBytes(a);
  }

  /** Whether so many bytes are worth a finding: at least the threshold, or growing with the data. */
  worth(bytes: Sym | null): 'yes' | 'grows' | 'no' {
    if (bytes === null) return 'no';
    const n = bytes.value;
    if (n === null) return 'grows';
    return n >= this.minBytes ? 'yes' : 'no';
  }

  /** Whether a type in the file names an array's dtype (`NDArray<'float64'>`): with another one it would not compile. */
  namesDType(dtype: string): boolean {
    return new RegExp(`NDArray(?:Core)?<[^>]*['"]${dtype}['"]`).test(this.#wholeText());
  }

  /** Whether something that is not analysed gets hold of one of these storages. */
  leaves(stores: Iterable<StoreId>): boolean {
    for (const s of stores) {
      if (this.records.published.has(s)) return true;
      if (this.events(s).some((e) => e.kind === 'escape' || e.by.startsWith('export '))) return true;
    }
    return false;
  }
}
