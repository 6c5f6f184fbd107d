/**
 * The command line: its commands and options, and which exit code an outcome has. Each command's work is a module of
 * its own.
 */
import { Command, CommanderError, Option } from 'commander';
import { DEFAULT_CONFIG, type FileFacts, type Severity } from '../analysis/api.ts';
import { OVER_BUDGET } from '../budget.ts';
import type { Engines } from '../engine.ts';
import { discover } from '../host/discover.ts';
import { DiskHost } from '../host/disk.ts';
import { FileError, readSource } from '../host/files.ts';
import { measuredFacts } from '../present/measured-facts.ts';
import { VERSION } from '../product.ts';
import { type CheckReport, check, type Failure, fails, failureOf, noteFailures, notText } from './check.ts';
import { EXIT, UsageError } from './errors.ts';
import { explain, listRules } from './explain.ts';
import { type FileToShow, jsonFacts, prettyFacts } from './facts.ts';
import { hoverAt, parseLocation } from './hover.ts';
import { ruleList, size } from './options.ts';
import { githubReport } from './report/github.ts';
import { jsonReport } from './report/json.ts';
import { prettyReport } from './report/pretty.ts';
import { sarifReport } from './report/sarif.ts';
import type { Terminal } from './terminal.ts';

interface CheckFlags {
  readonly format: 'pretty' | 'json' | 'sarif' | 'github';
  readonly fix?: true;
  readonly fixSuggestions?: true;
  readonly rule?: readonly string[];
  readonly minBytes?: number;
  readonly budget?: number;
  readonly failOn: Severity | 'never';
}

/** Runs one command line. `argv` is what follows the program's name. Resolves to the exit code; never rejects. */
export async function runCommandLine(argv: readonly string[], engines: Engines, terminal: Terminal): Promise<number> {
  let exitCode: number = EXIT.clean;
  const program = new Command('bytelens')
    .description('What numeric arrays in TypeScript and JavaScript cost in bytes, and how to make them cost less.')
    .version(VERSION)
    .exitOverride()
    .configureOutput({ writeOut: (text) => terminal.out(text), writeErr: (text) => terminal.note(text.trimEnd()) })
    .addHelpText('after', '\nExit codes: 0 nothing found, 1 something found, 2 wrong usage or a failure.');

  program
    .command('check')
    .description('report where bytes are wasted, and fix it on request')
    .argument('<path...>', 'files, or folders to search')
    .addOption(formats('pretty', 'json', 'sarif', 'github'))
    .option('--fix', 'apply the fixes that are proven safe')
    .option('--fix-suggestions', 'apply suggested fixes too; check what they changed')
    .option('--rule <rule>', 'only this rule (repeat it, or separate with commas)', ruleList)
    .option('--min-bytes <size>', 'report a finding from this many bytes on (default: 256KiB)', size)
    .option('--budget <size>', 'report functions that hold more than this at once, such as 512MiB', size)
    .addOption(
      new Option('--fail-on <level>', 'exit with 1 from this severity on')
        .choices(['warning', 'information', 'never'])
        .default('warning'),
    )
    .action(async (paths: string[], flags: CheckFlags) => {
      exitCode = await runCheck(paths, flags, engines, terminal);
    });

  program
    .command('facts')
    .description('print what is known of every array: dtype, shape, bytes, storage')
    .argument('<file...>', 'files, or folders to search')
    .addOption(formats('pretty', 'json'))
    .action(async (paths: string[], flags: { readonly format: 'pretty' | 'json' }) => {
      exitCode = await runFacts(paths, flags.format, engines, terminal);
    });

  program
    .command('hover')
    .description('print the hover that the editor shows at a position')
    .argument('<file:line:col>', 'line and column count from one')
    .action(async (at: string) => {
      exitCode = await runHover(at, engines, terminal);
    });

  program
    .command('explain')
    .description("print a rule's page, or list the rules")
    .argument('[rule]')
    .action(async (rule?: string) => {
      const rules = await engines.rules();
      terminal.out(rule === undefined ? listRules(rules) : explain(rules, rule));
    });

  program
    .command('lsp')
    .description('start the language server')
    .option('--stdio', 'talk over standard input and output (the default)')
    // An editor adds its own: --node-ipc, --socket, --pipe, --clientProcessId. The protocol library reads those.
    .allowUnknownOption()
    .allowExcessArguments()
    .action(async () => {
      const { serve } = await import('../lsp/main.ts');
      await serve(engines);
    });

  try {
    await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    return explainFailure(error, terminal);
  }
}

function formats(...choices: [string, ...string[]]): Option {
  return new Option('--format <format>', 'how to print').choices(choices).default(choices[0]);
}

async function runCheck(paths: string[], flags: CheckFlags, engines: Engines, terminal: Terminal): Promise<number> {
  const rules = await engines.rules();
  const names = [...new Set([...rules.map(({ id }) => id), OVER_BUDGET])];
  const unknown = flags.rule?.find((rule) => !names.includes(rule));
  if (unknown !== undefined) throw new UsageError(`There is no rule "${unknown}". There are: ${names.join(', ')}.`);
  const { files, errors } = discover(paths);
  const config = { ...DEFAULT_CONFIG, minBytes: flags.minBytes ?? DEFAULT_CONFIG.minBytes };
  const engine = await engines.open(new DiskHost(), config);
  try {
    const fix = flags.fixSuggestions ? 'suggestions' : flags.fix ? 'safe' : 'none';
    const options = { rules: flags.rule ?? [], budget: flags.budget ?? null, fix } as const;
    const report = check(engine.analysis, files, errors, options, terminal);
    terminal.out(await print(report, flags.format, engines, terminal));
    noteFailures(report.errors, terminal);
    if (report.errors.length > 0) return EXIT.failed;
    return fails(report, flags.failOn) ? EXIT.findings : EXIT.clean;
  } finally {
    engine.close();
  }
}

async function print(
  report: CheckReport,
  format: CheckFlags['format'],
  engines: Engines,
  terminal: Terminal,
): Promise<string> {
  switch (format) {
    case 'json':
      return jsonReport(report);
    case 'sarif':
      return sarifReport(report, await engines.rules());
    case 'github':
      return githubReport(report);
    case 'pretty':
      return prettyReport(report, terminal);
  }
}

async function runFacts(
  paths: string[],
  format: 'pretty' | 'json',
  engines: Engines,
  terminal: Terminal,
): Promise<number> {
  const found = discover(paths);
  const errors: Failure[] = found.errors.map(({ path, reason }) => ({ path, message: reason }));
  const engine = await engines.open(new DiskHost(), DEFAULT_CONFIG);
  try {
    const files: FileToShow[] = [];
    for (const [i, { path, shown }] of found.files.entries()) {
      terminal.progress(`${i + 1}/${found.files.length} ${shown}`);
      try {
        const problem = notText(path);
        const facts = problem === null ? engine.analysis.facts(path) : noFacts(path, problem);
        files.push({ shown, ...(await measuredFacts(engine, facts)) });
      } catch (error) {
        errors.push(failureOf(shown, error));
      }
    }
    terminal.progress(null);
    terminal.out(format === 'json' ? jsonFacts(files, errors) : prettyFacts(files, terminal.paint));
    noteFailures(errors, terminal);
    return errors.length > 0 ? EXIT.failed : EXIT.clean;
  } finally {
    engine.close();
  }
}

function noFacts(path: string, message: string): FileFacts {
  return { path, text: '', sites: [], functions: [], parseErrors: [{ span: { start: 0, end: 0 }, message }] };
}

async function runHover(at: string, engines: Engines, terminal: Terminal): Promise<number> {
  const location = parseLocation(at);
  const host = new DiskHost();
  readSource(location.path);
  const engine = await engines.open(host, DEFAULT_CONFIG);
  try {
    const lines = await hoverAt(engine, host, location, (text) => terminal.note(`warning: ${text}`));
    if (lines === null) {
      terminal.note(`There is no array at ${at}.`);
      return EXIT.findings;
    }
    terminal.out(`${lines.join('\n')}\n`);
    return EXIT.clean;
  } finally {
    engine.close();
  }
}

/** Wrong usage is said in a line; anything else is a fault of ours, with its trace. */
function explainFailure(error: unknown, terminal: Terminal): number {
  terminal.progress(null);
  if (error instanceof CommanderError) {
    // Commander has printed its message; asking for help or the version is no failure.
    return error.exitCode === 0 ? EXIT.clean : EXIT.failed;
  }
  if (error instanceof UsageError || error instanceof FileError) terminal.note(`bytelens: ${error.message}`);
  else terminal.note(`bytelens: internal error\n${error instanceof Error ? error.stack : String(error)}`);
  return EXIT.failed;
}
