/** How long this thread has worked, as well as that can be told: what others do on a busy machine is no property of a call. */

interface CpuUsage {
  /** In microseconds. */
  readonly user: number;
  readonly system: number;
}

/** Newer runtimes tell the processor's time of a thread. */
const { threadCpuUsage } = process as { readonly threadCpuUsage?: (before?: CpuUsage) => CpuUsage };

export class Stopwatch {
  readonly #started = performance.now();
  readonly #before = threadCpuUsage?.call(process);

  /** Milliseconds of work since the start: the clock's, or the processor's where that is less (it counts in larger steps). */
  get ms(): number {
    const passed = performance.now() - this.#started;
    if (!threadCpuUsage || !this.#before) return passed;
    const { user, system } = threadCpuUsage.call(process, this.#before);
    return Math.min(passed, (user + system) / 1000);
  }
}
