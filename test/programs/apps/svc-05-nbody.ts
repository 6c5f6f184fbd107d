/** N-body simulation with typed arrays only. */
const SOFTENING = 1e-3;

interface Options {
  bodies: number;
  dt: number;
  steps: number;
}

class Bodies {
  readonly position: Float64Array;
  readonly velocity: Float64Array;
  readonly mass: Float32Array;
  readonly #acceleration: Float64Array;

  readonly count: number;

  constructor(count: number) {
    this.count = count;
    this.position = new Float64Array(count * 3);
    this.velocity = new Float64Array(count * 3);
    this.mass = new Float32Array(count).fill(1 / count);
    this.#acceleration = new Float64Array(this.position.length);
  }

  static ring(count: number, radius = 1): Bodies {
    const b = new Bodies(count);
    for (let i = 0; i < count; i++) {
      const t = (2 * Math.PI * i) / count;
      b.position.set([radius * Math.cos(t), radius * Math.sin(t), 0], i * 3);
      b.velocity.set([-Math.sin(t), Math.cos(t), 0], i * 3);
    }
    return b;
  }

  accelerate(): Float64Array {
    const { position: p, mass, count } = this;
    const a = this.#acceleration.fill(0);
    for (let i = 0; i < count; i++) {
      for (let j = 0; j < count; j++) {
        if (i === j) continue;
        const dx = p[3 * j] - p[3 * i];
        const dy = p[3 * j + 1] - p[3 * i + 1];
        const dz = p[3 * j + 2] - p[3 * i + 2];
        const d = Math.sqrt(dx * dx + dy * dy + dz * dz + SOFTENING);
        const f = mass[j] / (d * d * d);
        a[3 * i] += f * dx;
        a[3 * i + 1] += f * dy;
        a[3 * i + 2] += f * dz;
      }
    }
    return a;
  }

  step(dt: number): void {
    const a = this.accelerate();
    const half = this.velocity.map((v, i) => v + 0.5 * dt * a[i]);
    this.position.forEach((x, i) => {
      this.position[i] = x + dt * half[i];
    });
    const b = this.accelerate();
    this.velocity.set(half.map((v, i) => v + 0.5 * dt * b[i]));
  }

  snapshot(): Float32Array {
    return Float32Array.from(this.position);
  }

  body(i: number): Float64Array {
    return this.position.subarray(3 * i, 3 * i + 3);
  }
}

function energy(b: Bodies): number {
  let e = 0;
  for (let i = 0; i < b.count; i++) {
    const v = b.velocity.subarray(i * 3, i * 3 + 3);
    e += 0.5 * b.mass[i] * v.reduce((s, x) => s + x * x, 0);
  }
  return e;
}

function simulate({ bodies, dt, steps }: Options): { frames: Float32Array[]; energies: Float64Array } {
  const b = Bodies.ring(bodies);
  const frames: Float32Array[] = [];
  const energies = new Float64Array(steps);
  for (let s = 0; s < steps; s++) {
    b.step(dt);
    energies[s] = energy(b);
    if (s % 5 === 0) frames.push(b.snapshot());
  }
  return { frames, energies };
}

const { frames, energies } = simulate({ bodies: 24, dt: 0.01, steps: 20 });
const packed = new Float32Array(frames.length * frames[0].length);
frames.forEach((f, i) => packed.set(f, i * f.length));
const last = packed.slice(-frames[0].length);
const sorted = Float64Array.from(energies).sort();
const view = new DataView(packed.buffer);
console.log(packed.length, last.length, sorted[0] <= sorted[sorted.length - 1], view.byteLength);
