/**
 * Preload: what is freed in numpy-ts's pool is overwritten at once, so that reading it afterwards shows, and so
 * is what is taken, so that reading it before it is written shows.
 *
 * It must load before numpy-ts.
 */
interface Instance {
  readonly exports: Readonly<Record<string, unknown>>;
}
type Imports = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
type InstanceConstructor = new (module: unknown, imports?: Imports) => Instance;
interface Pool {
  heap_malloc(bytes: number): number;
  heap_free(pointer: number): void;
}

const POISON = 0x5a;
const wasm = (globalThis as unknown as { WebAssembly: { Instance: InstanceConstructor } }).WebAssembly;

const wrapped = new Proxy(wasm.Instance, {
  construct(target, args: [unknown, Imports?], newTarget) {
    const instance = Reflect.construct(target, args, newTarget) as Instance;
    const memory = args[1]?.env?.memory as { readonly buffer: ArrayBuffer } | undefined;
    if (!('heap_malloc' in instance.exports) || memory === undefined) return instance;
    const pool = instance.exports as unknown as Pool;
    const sizes = new Map<number, number>();
    const exports = {
      ...instance.exports,
      heap_malloc(bytes: number): number {
        const pointer = pool.heap_malloc(bytes);
        if (pointer === 0) return pointer;
        sizes.set(pointer, bytes);
        new Uint8Array(memory.buffer, pointer, bytes).fill(POISON);
        return pointer;
      },
      heap_free(pointer: number): void {
        const bytes = sizes.get(pointer);
        if (bytes !== undefined) new Uint8Array(memory.buffer, pointer, bytes).fill(POISON);
        sizes.delete(pointer);
        pool.heap_free(pointer);
      },
    };
    return { exports };
  },
});
Object.defineProperty(wasm, 'Instance', { value: wrapped, configurable: true, writable: true });
