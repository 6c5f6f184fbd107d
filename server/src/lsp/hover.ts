/** Hover: what the analysis knows at once, measured by execution where a closed plan exists and time allows. */
import type { CancellationToken, Hover, HoverParams } from 'vscode-languageserver/node';
import { measuredHover } from '../present/measured-hover.ts';
import { placeSeenFrom } from '../present/place.ts';
import { lineOf, pathOf, toHover } from './convert.ts';
import { guarded } from './guard.ts';
import type { Session } from './session.ts';

/** Longer than this a hover must not keep a person waiting; then it says what is known by law. */
const PATIENCE_MS = 1500;

export function listenForHover(session: Session): void {
  const { connection } = session;
  connection.onHover(
    guarded<HoverParams, Hover | null>(connection.console, 'hover', null, (params, token) =>
      hover(session, params, token),
    ),
  );
}

async function hover(session: Session, params: HoverParams, token: CancellationToken): Promise<Hover | null> {
  const { connection, documents, settings } = session;
  const document = documents.get(params.textDocument.uri);
  if (!document || !settings.enable || !settings.hover) return null;
  const engine = await session.engine;
  const path = pathOf(document);
  const { version } = document;
  const facts = engine.analysis.hover(path, document.offsetAt(params.position));
  if (facts === null) return null;
  const place = placeSeenFrom(path, (other, offset) => lineOf(documents.at(other), offset));
  const { lines, disagreement } = await measuredHover(engine, facts, place, PATIENCE_MS);
  if (disagreement !== null) connection.console.warn(`${path}: \`${facts.site.text}\`: ${disagreement}`);
  // While it was measured the text may have changed, and its positions with it.
  if (token.isCancellationRequested || document.version !== version) return null;
  return toHover(document, facts.span, lines, session.features);
}
