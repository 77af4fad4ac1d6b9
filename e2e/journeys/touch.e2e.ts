import { type Locator, type Page } from '@playwright/test';
import { type AnnotatePage } from '../screens/annotate-page.ts';
import { Finger } from '../screens/finger.ts';
import { expect, expectNoViolations, test } from '../test.ts';

const FLOOD = 'Teld passes the 1889 mark at Mossford Bridge';

for (const [device, viewport] of [
  ['a phone', { width: 390, height: 780 }],
  ['a tablet', { width: 820, height: 1180 }],
] as const) {
  test.describe(`on ${device}`, () => {
    test.use({ viewport, hasTouch: true, isMobile: true });

    test('an article is annotated with a finger from its first span to the next article', async ({
      page,
      library,
      annotate,
    }) => {
      const finger = new Finger(page);
      await library.open();
      await library.table.getByRole('link', { name: FLOOD }).tap();
      await annotate.giveName('Ada');
      const bar = await boxOf(page.locator('[data-foot]'));
      expect(bar.y + bar.height).toBeCloseTo(viewport.height, 0);
      await expectReachable(page.locator('[data-foot]').getByRole('button'));

      await test.step('a tap and a label take the name, and a handle takes more words', async () => {
        await tapOn(annotate, finger, 'Ilse Tarrant');
        await annotate.label('Entity').tap();
        await expect.poll(() => wordsOfSpans(page)).toEqual(['Mayor Ilse Tarrant']);
        const grip = page.locator('[data-grip="to"]');
        const { width, height } = await boxOf(grip);
        expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
        await dragGrip(finger, grip, await annotate.pointAt('and I never', 3, false), annotate, 'Tarrant,');
        await expect.poll(() => wordsOfSpans(page)).toEqual(['Mayor Ilse Tarrant, “and']);
        await annotate.button('Undo').tap();
        await expect.poll(() => wordsOfSpans(page)).toEqual(['Mayor Ilse Tarrant']);
      });

      await test.step('a finger on the text scrolls it, and tags nothing', async () => {
        const { x, y } = await annotate.pointAt('Kestrel Weir had', 3);
        const before = await page.evaluate(() => scrollY);
        await finger.drag({ x, y }, { x, y: y - 160 });
        await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before + 60);
        await expect.poll(() => wordsOfSpans(page)).toHaveLength(1);
      });

      await test.step('two taps select a word, whose handle scrolls at the edge', async () => {
        const words = page.locator('[data-selected-words]');
        await expect(async () => {
          const place = await annotate.pointAt('Kestrel Weir had', 3);
          await finger.tap(place);
          await finger.tap(place);
          await expect(words).toHaveCount(1, { timeout: 500 });
        }).toPass();
        const before = await page.evaluate(() => scrollY);
        const { x, y } = middleOf(await boxOf(words.locator('[data-grip="to"]')));
        await finger.drag({ x, y }, { x, y: bar.y - 8 }, async () => {
          await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before + 100);
        });
        await expect(page.getByText(/^Selected: .*Kestrel/)).toBeVisible();
        await expect.poll(() => wordsOfSpans(page)).toHaveLength(1);
        await annotate.label('Claim').tap();
        await expect.poll(() => wordsOfSpans(page)).toHaveLength(2);
        await annotate.button('Undo').tap();
        await expect.poll(() => wordsOfSpans(page)).toHaveLength(1);
      });

      await test.step('the details come in a sheet that does not cover the span', async () => {
        await tapOn(annotate, finger, 'Ilse Tarrant');
        await page.getByRole('button', { name: /^Details of Entity: .*Mayor Ilse Tarrant/ }).tap();
        const sheet = page.getByRole('complementary', { name: 'Spans and details' });
        await expect(sheet).toBeFocused();
        // The text is scrolled once the sheet stands.
        await expect(async () => {
          const outline = await boxOf(page.locator('[data-handle="to"]'));
          expect(outline.y + outline.height).toBeLessThan((await boxOf(sheet)).y);
        }).toPass();
        await expectReachable(sheet.getByRole('region', { name: 'Selected' }).getByRole('button'));
        await sheet.getByRole('button', { name: 'Person' }).tap();
        await sheet.getByLabel('Note').fill('The mayor of Mossford.');
        await sheet.getByLabel('Note').blur();
        await expectNoViolations(page);
        const head = middleOf(await boxOf(sheet.locator('[data-sheet-head]')));
        await finger.drag(head, { x: head.x, y: head.y - 160 });
        await sheet.getByRole('button', { name: 'Lower the sheet' }).tap();
        await sheet.getByRole('button', { name: 'Raise the sheet' }).waitFor();
        await page.keyboard.press('Escape');
        await expect(sheet).toBeHidden();
        await expect(annotate.article).toBeFocused();
        await expect.poll(() => wordsOfSpans(page)).toEqual(['Mayor Ilse Tarrant']);
      });

      await test.step('a span is linked by tapping another, and deleted and brought back', async () => {
        await tapOn(annotate, finger, 'I have walked past');
        await annotate.label('Quote').tap();
        await expect.poll(() => wordsOfSpans(page)).toHaveLength(2);
        await page.getByRole('button', { name: /^Details of Quote/ }).tap();
        await page.getByRole('button', { name: 'Link to…' }).tap();
        await expect(annotate.linkField).toBeVisible();
        // No keyboard comes up over the text.
        await expect(annotate.linkField).not.toBeFocused();
        // The choice covers the middle of a phone's text.
        await page.locator('[data-paragraph]', { hasText: 'Ilse Tarrant' }).evaluate((paragraph) => {
          paragraph.scrollIntoView({ block: 'start' });
        });
        await finger.tap(await annotate.pointAt('Ilse Tarrant', 6, false));
        await expect(annotate.linkField).toBeHidden();
        await page.getByRole('button', { name: /^Details of/ }).tap();
        await page.getByRole('button', { name: 'Delete span' }).tap();
        await expect.poll(() => wordsOfSpans(page)).toHaveLength(1);
        await annotate.button('Undo').tap();
        await expect.poll(() => wordsOfSpans(page)).toHaveLength(2);
      });

      await test.step('the end of the text leads on to the next article', async () => {
        await page.evaluate(() => {
          scrollTo(0, document.documentElement.scrollHeight);
        });
        await annotate.button('Mark as done and open the next article').tap();
        await expect(page.getByRole('document', { name: FLOOD })).toBeHidden();
        await expect(annotate.notice).toContainText('is marked as done');
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width);
      });
    });
  });
}

/** The words of each span as the text shows it: the list of them is in the sheet. */
async function wordsOfSpans(page: Page): Promise<readonly string[]> {
  return page.locator('[data-span]').evaluateAll((marks) => {
    const words = new Map<string, string>();
    for (const mark of marks) {
      const id = mark.getAttribute('data-span')!;
      words.set(id, (words.get(id) ?? '') + mark.textContent);
    }
    return [...words.values()];
  });
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

async function boxOf(locator: Locator): Promise<Box> {
  return (await locator.boundingBox())!;
}

function middleOf({ x, y, width, height }: Box): { x: number; y: number } {
  return { x: x + width / 2, y: y + height / 2 };
}

async function tapOn(annotate: AnnotatePage, finger: Finger, words: string): Promise<void> {
  await finger.tap(await annotate.pointAt(words, Math.floor(words.length / 2)));
}

/** Drags the end of a span, which stands at the end of `last`, to a place of its line. */
async function dragGrip(
  finger: Finger,
  grip: Locator,
  to: { readonly x: number },
  annotate: AnnotatePage,
  last: string,
): Promise<void> {
  const held = middleOf(await boxOf(grip));
  const edge = await annotate.pointAt(last, last.length - 1, false);
  await finger.drag(held, { x: held.x + to.x - edge.x, y: held.y });
}

/** Everything a finger is to hit is large enough for it. */
async function expectReachable(buttons: Locator): Promise<void> {
  const sizes = await buttons.evaluateAll((all) =>
    all
      .filter((each) => each.checkVisibility())
      .map((each) => {
        const { width, height } = each.getBoundingClientRect();
        return { name: each.textContent, isSmall: width < 44 || height < 44 };
      }),
  );
  expect(sizes.length).toBeGreaterThan(0);
  expect(sizes.filter(({ isSmall }) => isSmall)).toEqual([]);
}
