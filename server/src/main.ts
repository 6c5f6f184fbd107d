/** The program: the command line over the real engine. The same file is the language server (`bytelens lsp`). */
import { runCommandLine } from './cli/program.ts';
import { processTerminal } from './cli/terminal.ts';
import { engines } from './host/engine.ts';

process.exitCode = await runCommandLine(process.argv.slice(2), engines, processTerminal());
