/** TypeScript's own language server (version 6, the last that has one in JavaScript): what Bytelens is measured against. */
import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../../node_modules/typescript-6/lib/tsserver.js', import.meta.url));

interface Message {
  readonly event?: string;
  readonly body?: { readonly request_seq?: number };
}

export class TsServer {
  readonly process: ChildProcess;
  readonly #events = new EventEmitter();
  #sequence = 0;
  #buffer = Buffer.alloc(0);

  constructor() {
    this.process = spawn(
      process.execPath,
      [PROGRAM, '--disableAutomaticTypingAcquisition', '--useSingleInferredProject'],
      {
        stdio: ['pipe', 'pipe', 'inherit'],
      },
    );
    this.process.stdout?.on('data', (chunk: Buffer) => this.#read(chunk));
    this.#events.setMaxListeners(0);
  }

  open(file: string, text: string): void {
    this.#send('open', { file, fileContent: text, scriptKindName: 'TS' });
  }

  /** Replaces what is on one line, as an editor does after each key. Lines and columns are one-based. */
  change(file: string, line: number, from: number, to: number, insertString: string): void {
    this.#send('change', { file, line, offset: from, endLine: line, endOffset: to, insertString });
  }

  /** Asks for all diagnostics of a file, and waits until they have come. */
  async errors(file: string): Promise<void> {
    const sequence = this.#send('geterr', { files: [file], delay: 0 });
    for (;;) {
      const [message] = (await once(this.#events, 'requestCompleted')) as [Message];
      if (message.body?.request_seq === sequence) return;
    }
  }

  async close(): Promise<void> {
    const ended = once(this.process, 'exit');
    this.#send('exit', {});
    await ended;
  }

  #send(command: string, args: object): number {
    const seq = ++this.#sequence;
    this.process.stdin?.write(`${JSON.stringify({ seq, type: 'request', command, arguments: args })}\n`);
    return seq;
  }

  #read(chunk: Buffer): void {
    this.#buffer = Buffer.concat([this.#buffer, chunk]);
    for (;;) {
      const head = /^Content-Length: (\d+)\r\n\r\n/.exec(this.#buffer.subarray(0, 64).toString('latin1'));
      if (!head) return;
      const end = head[0].length + Number(head[1]);
      if (this.#buffer.length < end) return;
      const message = JSON.parse(this.#buffer.subarray(head[0].length, end).toString('utf8')) as Message;
      this.#buffer = this.#buffer.subarray(end);
      if (message.event !== undefined) this.#events.emit(message.event, message);
    }
  }
}
