/** A worker's message handler, run in-process: jobs in, transferable results out. */
import * as np from 'numpy-ts';

type Job =
  | { kind: 'dot'; id: number; a: Float64Array; b: Float64Array; n: number }
  | { kind: 'norm'; id: number; rows: Float64Array[]; axis: 0 | 1 }
  | { kind: 'resample'; id: number; signal: Float32Array; factor: number };

type Reply =
  | { id: number; ok: true; data: Float64Array | Float32Array; shape: number[] }
  | { id: number; ok: false; error: string };

function dot(job: Extract<Job, { kind: 'dot' }>): Reply {
  const a = np.array(job.a).reshape(job.n, -1);
  const b = np.array(job.b).reshape(-1, job.n);
  const c = a.matmul(b);
  return { id: job.id, ok: true, data: Float64Array.from(c.ravel().toArray() as number[]), shape: [...c.shape] };
}

function norm(job: Extract<Job, { kind: 'norm' }>): Reply {
  const m = np.stack(job.rows.map((r) => np.array(r)));
  const n = np.sqrt(np.sum(m.multiply(m), job.axis) as np.NDArray);
  return { id: job.id, ok: true, data: new Float64Array(n.tolist() as number[]), shape: [...n.shape] };
}

function resample(job: Extract<Job, { kind: 'resample' }>): Reply {
  const n = Math.floor(job.signal.length / job.factor);
  const out = new Float32Array(n);
  for (let i = 0; i < n; i++) {
    let s = 0;
    for (let k = 0; k < job.factor; k++) s += job.signal[i * job.factor + k];
    out[i] = s / job.factor;
  }
  return { id: job.id, ok: true, data: out, shape: [n] };
}

class FakePort {
  onmessage: ((e: { data: Reply }) => void) | null = null;
  postMessage(data: Reply, transfer: ArrayBuffer[] = []): void {
    void transfer;
    this.onmessage?.({ data });
  }
}

const handlers = { dot, norm, resample } as const;

async function handle(port: FakePort, job: Job): Promise<void> {
  try {
    await Promise.resolve();
    const reply = handlers[job.kind](job as never) as Reply;
    if (reply.ok) port.postMessage(reply, [reply.data.buffer as ArrayBuffer]);
    else port.postMessage(reply);
  } catch (error) {
    port.postMessage({ id: job.id, ok: false, error: error instanceof Error ? error.message : String(error) });
  }
}

const port = new FakePort();
const replies = new Map<number, Reply>();
port.onmessage = ({ data }) => {
  replies.set(data.id, data);
};

const jobs: Job[] = [
  { kind: 'dot', id: 1, a: Float64Array.from({ length: 12 }, (_, i) => i), b: Float64Array.from({ length: 12 }, (_, i) => i / 2), n: 3 },
  { kind: 'norm', id: 2, rows: [new Float64Array([3, 4]), new Float64Array([6, 8])], axis: 1 },
  { kind: 'resample', id: 3, signal: new Float32Array(100).fill(2), factor: 7 },
];
await Promise.all(jobs.map((job) => handle(port, job)));
for (const [id, r] of [...replies].sort(([a], [b]) => a - b)) console.log(id, r.ok ? r.shape : r.error);
const total = [...replies.values()].reduce((n, r) => n + (r.ok ? r.data.byteLength : 0), 0);
console.log(total);
