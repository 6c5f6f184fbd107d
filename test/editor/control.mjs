/**
 * What the suite, which runs inside the editor, asks of the launcher outside: to look at the window, and to take the
 * results. HTTP on a local port, whose address the suite finds in its environment.
 */

import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, join } from 'node:path';
import { json } from 'node:stream/consumers';

/** @param {string} images the folder for screenshots */
export async function startControl(images) {
  const control = {
    /** What the suite reported at its end. */
    results: undefined,
    /** Set by a launcher that can see the window: `(selector, area) => Promise<{ text, png }>`. */
    look: undefined,
    environment: {},
    stop: () => new Promise((resolve) => server.close(resolve)),
  };

  const answers = {
    '/results': async (results) => {
      control.results = results;
      return {};
    },
    '/look': async ({ name, selector, area }) => {
      if (!control.look) return { text: null };
      const { text, png } = await control.look(selector, area);
      if (name) {
        const file = join(images, `${name}.png`);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, png);
      }
      return { text };
    },
  };

  const server = createServer(async (request, response) => {
    try {
      const answer = await answers[request.url](await json(request));
      response.end(JSON.stringify(answer));
    } catch (error) {
      response.writeHead(500).end(error.message);
    }
  });
  server.keepAliveTimeout = 1;
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  control.environment = { BYTELENS_CONTROL: `http://127.0.0.1:${server.address().port}` };
  return control;
}
