/**
 * The part of the global `WebAssembly` that the core uses. Browsers and Node have it; TypeScript declares it only in its
 * library of the DOM, which this code must not lean on.
 */
declare namespace WebAssembly {
  function validate(bytes: BufferSource): boolean;
  class CompileError extends Error {}
  class Module {
    constructor(bytes: BufferSource);
  }
  class Instance {
    constructor(module: Module, imports?: Imports);
    readonly exports: Readonly<Record<string, unknown>>;
  }
  class Memory {
    constructor(descriptor: { initial: number; maximum?: number; shared?: boolean });
    readonly buffer: ArrayBuffer;
    grow(pages: number): number;
  }
  type Imports = Record<string, Record<string, unknown>>;
}

type BufferSource = ArrayBufferView<ArrayBuffer> | ArrayBuffer;
