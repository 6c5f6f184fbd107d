/**
 * Work in steps: a generator that stops after each block. Run in one go it is synchronous; run with pauses it leaves a
 * browser's main thread free in between.
 */
export type Steps<T> = Generator<void, T>;

/** All steps, one after another. */
export function runNow<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** How long steps run before others get their turn: less than a frame of a display. */
const SLICE_MS = 8;

/** The steps with pauses; each pause is a turn of the event loop. */
export async function runInSlices<T>(steps: Steps<T>): Promise<T> {
  for (;;) {
    const until = performance.now() + SLICE_MS;
    while (performance.now() < until) {
      const { done, value } = steps.next();
      if (done) return value;
    }
    await turn();
  }
}

function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(null);
  });
}
