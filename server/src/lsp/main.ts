/** `bytelens lsp`: wires the requests to their handlers. Each handler is a module of its own. */
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import type { Engines } from '../engine.ts';
import { listenForCodeActions } from './code-action.ts';
import { Configuration } from './configuration.ts';
import { Diagnostics } from './diagnostics.ts';
import { describe } from './guard.ts';
import { listenForHover } from './hover.ts';
import { initialize } from './initialize.ts';
import { Session } from './session.ts';
import { WatchedFiles } from './watched-files.ts';

/** Serves the editor that started this process, until it says goodbye or is gone. */
export async function serve(engines: Engines): Promise<void> {
  const connection = createConnection(ProposedFeatures.all);
  const log = connection.console;
  const session = new Session(connection, engines);
  const diagnostics = new Diagnostics(session);
  const configuration = new Configuration(session, () => diagnostics.allChanged());
  const watchedFiles = new WatchedFiles(session, () => diagnostics.allChanged());
  let options: unknown;

  // An error that no handler caught is a fault of ours; it must not take the other answers along.
  process.on('uncaughtException', (error) => log.error(`uncaught: ${describe(error)}`));
  process.on('unhandledRejection', (error) => log.error(`unhandled: ${describe(error)}`));

  connection.onInitialize((params) => {
    const { result, features } = initialize(params);
    session.features = features;
    options = params.initializationOptions;
    return result;
  });
  connection.onInitialized(async () => {
    try {
      await session.engine;
      await configuration.start(options);
      await watchedFiles.start();
    } catch (error) {
      log.error(`start failed: ${describe(error)}`);
      connection.window.showErrorMessage('Bytelens could not start its analysis; see its output for the reason.');
    }
  });
  connection.onShutdown(() => session.close());

  session.documents.listen(connection, {
    changed: (document, path) => {
      session.invalidate(path);
      diagnostics.changed(document);
    },
    closed: (document, path) => {
      session.invalidate(path);
      diagnostics.closed(document);
    },
  });
  diagnostics.listen();
  configuration.listen();
  watchedFiles.listen();
  listenForHover(session);
  listenForCodeActions(session);
  connection.listen();
}
