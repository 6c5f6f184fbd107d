/** The command line and the server over the fake engine, as a program. */
import { runCommandLine } from '../../../server/src/cli/program.ts';
import { processTerminal } from '../../../server/src/cli/terminal.ts';
import { fakeEngines } from './fake-engine.ts';

process.exitCode = await runCommandLine(process.argv.slice(2), fakeEngines, processTerminal());
