/**
 * Requests never bring the server down: what goes wrong inside one is logged, and the request answers with nothing.
 */
import type { CancellationToken, RemoteConsole } from 'vscode-languageserver/node';

/** A request handler that answers `nothing` when it fails, or when the editor no longer wants the answer. */
export function guarded<P, R>(
  log: RemoteConsole,
  name: string,
  nothing: R,
  handle: (params: P, token: CancellationToken) => R | Promise<R>,
): (params: P, token: CancellationToken) => Promise<R> {
  return async (params, token) => {
    if (token.isCancellationRequested) return nothing;
    try {
      return await handle(params, token);
    } catch (error) {
      log.error(`${name} failed: ${describe(error)}`);
      return nothing;
    }
  };
}

export function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
