/**
 * The suite's line to the launcher outside the editor (`control.mjs`).
 */

async function ask<Answer>(what: string, question: unknown): Promise<Answer> {
  const address = process.env.BYTELENS_CONTROL;
  if (!address) throw new Error('BYTELENS_CONTROL is not set: the suite is started by test/editor/run.mjs.');
  const response = await fetch(`${address}/${what}`, { method: 'POST', body: JSON.stringify(question) });
  if (!response.ok) throw new Error(`${what}: ${await response.text()}`);
  return (await response.json()) as Answer;
}

export const report = (results: unknown): Promise<unknown> => ask('results', results);

/**
 * Waits until an element of the window is visible and answers its text, or null where the window cannot be seen from
 * outside. With `name`, a picture is kept: of the element, or of `area`.
 */
export async function look(selector: string, picture: { name?: string; area?: string } = {}): Promise<string | null> {
  const { text } = await ask<{ text: string | null }>('look', { selector, ...picture });
  return text;
}
