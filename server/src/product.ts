/** What the program calls itself, and where its pages are. */

export const VERSION = '0.1.0';
export const WEBSITE = 'https://github.com/bytelens/bytelens';

/** The page of a rule on the web. */
export function rulePage(rule: string): string {
  return `${WEBSITE}/blob/main/docs/rules/${rule}.md`;
}
