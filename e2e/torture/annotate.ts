import { type Page } from 'playwright-core';
import { type Chance } from './chance.ts';

/** Presses keys as fast as the browser takes them until `isOver`; a rejection after that is the death of the browser. */
export async function annotateAtSpeed(
  page: Page,
  chance: Chance,
  { isOver, count }: { readonly isOver: () => boolean; readonly count: () => number },
): Promise<void> {
  while (!isOver()) {
    await clickSomewhere(page, chance);
    for (let groups = chance.between(2, 6); groups > 0 && !isOver(); groups -= 1) {
      const keys = keysOf(chance, count());
      // Each key is sent before the one before it is answered.
      await Promise.all(keys.map((key) => page.keyboard.press(key)));
    }
  }
}

/** Tags a word some words on; then at times writes a note on it, takes it away or goes back. */
function keysOf(chance: Chance, count: number): readonly string[] {
  const keys: string[] = [];
  for (let words = chance.between(1, 8); words > 0; words -= 1) keys.push(chance.happens(0.1) ? '.' : 'ArrowRight');
  keys.push(String(chance.between(1, 3)));
  const what = chance.next();
  if (what < 0.15) keys.push('n', ...Array.from(`note ${chance.between(1, 999)}`), 'Escape');
  // Layers stay short enough for the list to hold every span.
  else if (what < (count < 60 ? 0.3 : 0.75)) keys.push('Delete');
  else if (what < 0.8 && count >= 60) keys.push('Control+z', 'Control+z', 'Control+z');
  else if (what < 0.4) keys.push('Control+z');
  return keys;
}

async function clickSomewhere(page: Page, chance: Chance): Promise<void> {
  const paragraphs = page.locator('[data-paragraph]');
  const box = await paragraphs.nth(chance.between(0, Math.min(6, (await paragraphs.count()) - 1))).boundingBox();
  if (!box) return;
  const y = Math.min(860, Math.max(200, box.y + chance.next() * box.height));
  await page.mouse.click(box.x + chance.next() * box.width, y);
}
