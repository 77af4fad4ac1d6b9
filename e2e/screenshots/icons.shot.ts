import { readFileSync } from 'node:fs';
import { test } from '../test.ts';

/** Pictures for where a drawing is not taken: which drawing, how many pixels wide. */
const PICTURES = [
  ['icon', 192],
  ['icon', 512],
  ['icon-maskable', 192],
  ['icon-maskable', 512],
  // Apple rounds the corners itself, and takes only pictures.
  ['icon-maskable', 180],
] as const;

for (const [drawing, size] of PICTURES) {
  test(`the picture of ${drawing} with ${size} pixels`, async ({ page }) => {
    await page.setViewportSize({ width: size, height: size });
    await page.goto('about:blank');
    await page.setContent(readFileSync(`public/${drawing}.svg`, 'utf8'));
    await page.addStyleTag({ content: `body { margin: 0 } svg { display: block; inline-size: ${size}px }` });
    const name = size === 180 ? 'apple-touch-icon' : `${drawing}-${size}`;
    await page.screenshot({ path: `public/${name}.png`, omitBackground: true });
  });
}
