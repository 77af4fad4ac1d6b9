import { type Page } from '@playwright/test';
import axe from 'axe-core';

/** The levels of WCAG and what goes beyond it, as axe names them in the tags of its rules. */
const LEVELS = {
  A: ['wcag2a', 'wcag21a', 'wcag22a'],
  AA: ['wcag2aa', 'wcag21aa', 'wcag22aa'],
  AAA: ['wcag2aaa', 'wcag21aaa'],
  practice: ['best-practice'],
} as const;

export type Level = keyof typeof LEVELS;

/** Which rules of axe the page breaks, and at how many places; each as `rule × places`. */
export async function axeCounts(page: Page): Promise<Readonly<Record<Level, readonly string[]>>> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const broken = await page.evaluate(async () => {
    // Sizes of targets and all of AAA are asked for only where they are named.
    const every = globalThis.axe
      .getRules()
      .filter(({ tags }) => !tags.includes('experimental') && !tags.includes('deprecated'))
      .map(({ ruleId }) => [ruleId, { enabled: true }] as const);
    const { violations } = await globalThis.axe.run({
      resultTypes: ['violations'],
      iframes: false,
      rules: Object.fromEntries(every),
    });
    return violations.map(({ id, tags, nodes }) => ({ tags, words: `${id} × ${nodes.length}` }));
  });
  const at = (level: Level): readonly string[] =>
    broken.filter(({ tags }) => LEVELS[level].some((tag) => tags.includes(tag))).map(({ words }) => words);
  return { A: at('A'), AA: at('AA'), AAA: at('AAA'), practice: at('practice') };
}
