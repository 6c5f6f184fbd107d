// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// event-sourced ledger with snapshots and undo
type Ev = { kind: 'open'; id: string } | { kind: 'deposit'; id: string; n: number } | { kind: 'close'; id: string };
class Ledger {
  #events: Ev[] = []; #accounts = new Map<string, { bal: number; open: boolean }>(); static #seq = 0;
  readonly seq = ++Ledger.#seq;
  apply(ev: Ev): this {
    const acc = this.#accounts.get(ev.id);
    if (ev.kind === 'open') { if (acc?.open) throw new Error(`dup ${ev.id}`); this.#accounts.set(ev.id, { bal: 0, open: true }); }
    else if (!acc) throw new Error(`none ${ev.id}`);
    else if (ev.kind === 'deposit') { acc.bal += ev.n; if (acc.bal > 10) { acc.bal = 10; throw new RangeError('cap'); } }
    else acc.open = false;
    this.#events.push(ev);
    return this;
  }
  tryApply(...evs: Ev[]) { let ok = 0; for (const e of evs) { try { this.apply(e); ok++; } catch (err) { if (err instanceof RangeError) break; continue; } } return ok; }
  get length() { return this.#events.length; }
  balance(id: string) { return this.#accounts.get(id)?.bal ?? -1; }
  *[Symbol.iterator]() { yield* this.#events; }
  static merge(...ls: Ledger[]) { const out = new Ledger(); for (const l of ls) for (const e of l) { try { out.apply(e); } catch { /* skip */ } } return out; }
}
const l = new Ledger();
l.apply({ kind: 'open', id: 'a' }).apply({ kind: 'deposit', id: 'a', n: 3 });
const ok = l.tryApply({ kind: 'open', id: 'a' }, { kind: 'deposit', id: 'a', n: 2 }, { kind: 'deposit', id: 'zz', n: 1 }, { kind: 'deposit', id: 'a', n: 9 }, { kind: 'close', id: 'a' });
console.log(np.zeros([ok]).shape, np.zeros([l.length]).shape, np.zeros([l.balance('a')]).shape, np.zeros([l.balance('q') + 2]).shape);
const m = Ledger.merge(l, l);
console.log(np.zeros([m.length]).shape, np.zeros([m.seq]).shape, np.zeros([new Ledger().seq]).shape);
let failures = 0;
const guard = <T>(f: () => T, alt: T): T => { try { return f(); } catch { failures++; return alt; } };
console.log(np.zeros([guard(() => l.apply({ kind: 'close', id: 'none' }).length, 4)]).shape, np.zeros([failures]).shape);
const retry = (n: number, f: (k: number) => number): number => { let last: unknown; for (let k = 0; k < n; k++) { try { return f(k); } catch (e) { last = e; failures += 2; } } throw last; };
console.log(np.zeros([retry(4, (k) => { if (k < 2) throw k; return k + 5; })]).shape, np.zeros([failures]).shape);
try { retry(2, () => { throw new Error('never'); }); } catch { failures *= 2; }
console.log(np.zeros([failures]).shape);
const res = { open: 0, log: [] as string[] };
function withRes<T>(f: () => T) { res.open++; res.log.push('o'); try { return f(); } finally { res.open--; res.log.push('c'); } }
try { withRes(() => withRes(() => { throw new Error(String(res.open)); })); } catch (e) { res.log.push((e as Error).message); }
console.log(np.zeros([res.open + 1]).shape, np.zeros([res.log.length]).shape, np.zeros([Number(res.log[4])]).shape);
