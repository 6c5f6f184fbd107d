/**
 * Runs the suite in the browser VS Code: its server here, its window in a headless Chromium.
 */

import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { CHROMIUM_ARGUMENTS, provideChromium } from '../../scripts/lib/chromium.mjs';
import { at } from '../../scripts/lib/project.mjs';
import { pageOf, startVSCodeWeb } from '../../scripts/lib/vscode-web.mjs';
import { provisionVSCode } from '../../scripts/provision-vscode.mjs';

const SUITE_LIMIT_MS = 5 * 60_000;
const LOOK_LIMIT_MS = 15_000;
const WINDOW = { width: 1000, height: 580 };

export async function provide() {
  const executablePath = await provideChromium();
  const program = await provisionVSCode();
  return (job) => launch(program, executablePath, job);
}

/** Resolves when the suite has ended, to what went wrong outside the suite, if anything. */
async function launch(program, executablePath, { suite, workspace, home, control }) {
  const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
  const env = { ...process.env, ...control.environment };
  const vscode = await startVSCodeWeb(program, { home, vsix: [at(`bytelens-${version}.vsix`)], env });
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGUMENTS });
  try {
    const page = await browser.newPage({ viewport: WINDOW, deviceScaleFactor: 2 });
    control.look = (selector, area) => look(page, selector, area);
    const ended = new Promise((resolve) => {
      const limit = setTimeout(() => resolve(`It did not end within ${SUITE_LIMIT_MS} ms.`), SUITE_LIMIT_MS);
      page.exposeFunction('codeAutomationExit', (code) => {
        clearTimeout(limit);
        resolve(code === 0 ? undefined : `The editor ended with ${code}.`);
      });
    });
    const messages = [];
    await page.exposeFunction('codeAutomationLog', (type, args) => messages.push(`${type}: ${args.join(' ')}`));
    const remote = (path) => `vscode-remote://${vscode.address}${path}`;
    const payload = [
      ['extensionDevelopmentPath', remote(suite.folder)],
      ['extensionTestsPath', remote(suite.main)],
      ['skipWelcome', 'true'],
    ];
    await page.goto(pageOf(vscode.address, workspace, payload));
    const failure = await ended;
    if (control.results) return failure;
    await page.screenshot({ path: at('test/editor/out/failure.png') });
    return `${failure ?? ''} See test/editor/out/failure.png.\n${messages.slice(-40).join('\n')}`;
  } finally {
    control.look = undefined;
    await browser.close();
    await vscode.stop();
  }
}

/** Waits until something is visible; answers its text, and a picture of it or of a larger area. */
async function look(page, selector, area) {
  const found = page.locator(selector).filter({ visible: true }).first();
  await found.waitFor({ timeout: LOOK_LIMIT_MS });
  const text = await found.textContent();
  const png = await page
    .locator(area ?? selector)
    .filter({ visible: true })
    .first()
    .screenshot({ animations: 'disabled' });
  return { text, png };
}
