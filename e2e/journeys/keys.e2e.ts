import { expect, test } from '../test.ts';

const FLOOD = 'Teld passes the 1889 mark at Mossford Bridge';

test.beforeEach(async ({ library, annotate }) => {
  await library.open();
  await library.openArticle(FLOOD);
  await annotate.giveName('Ada');
});

test('words are selected by Shift with the arrows; a span’s end and start move with them, by word and by character', async ({
  page,
  annotate,
}) => {
  const { keyboard } = page;
  await keyboard.press('Control+Home');
  await keyboard.press('Shift+ArrowRight');
  await keyboard.press('1');
  await keyboard.press('Home');
  await keyboard.press('Shift+End');
  await keyboard.press('2');
  await keyboard.press('Control+Home');
  await keyboard.press('Shift+.');
  await keyboard.press('3');
  await keyboard.press('ArrowDown');
  await keyboard.press('ArrowUp');
  const listed = await annotate.listed();
  expect(listed).toHaveLength(3);
  expect(listed).toContain('Entity: MOSSFORD');
  expect(listed.find((line) => line.startsWith('Claim: '))).toMatch(/^Claim: MOSSFORD, Averland — The River Teld/);
  expect(listed.find((line) => line.startsWith('Quote: '))).toMatch(/^Quote: MOSSFORD, .* 162 years ago\.$/);

  await annotate.beginAnew();
  await annotate.walkTo('Kestrel Weir');
  await keyboard.press('1');
  await keyboard.press('Shift+Tab');
  await keyboard.press('Shift+ArrowRight');
  await expect.poll(() => annotate.listed()).toEqual(['Entity: Kestrel Weir had']);
  await keyboard.press('Control+Shift+ArrowLeft');
  await expect.poll(() => annotate.listed()).toEqual(['Entity: above Kestrel Weir had']);
  await keyboard.press('Alt+Shift+ArrowLeft');
  await expect.poll(() => annotate.listed()).toEqual(['Entity: above Kestrel Weir ha']);
  await keyboard.press('Control+Alt+Shift+ArrowRight');
  await expect.poll(() => annotate.listed()).toEqual(['Entity: bove Kestrel Weir ha']);
  await keyboard.press('3');
  await expect.poll(() => annotate.listed()).toEqual(['Quote: bove Kestrel Weir ha']);
  await keyboard.press('Delete');
  await expect(annotate.spans).toHaveCount(0);

  // Shift and a digit arm a label, Esc puts it down.
  await keyboard.press('Shift+1');
  await expect(annotate.label('Entity')).toHaveAttribute('aria-pressed', 'true');
  await keyboard.press('Escape');
  await expect(annotate.label('Entity')).toHaveAttribute('aria-pressed', 'false');
});

test('Tab, the arrows in the list, S, N, F6 and ? go where they say, and the brackets to the neighbours', async ({
  page,
  annotate,
  library,
}) => {
  const { keyboard } = page;
  // Tab leaves the text past the last span, and after Esc at once.
  await keyboard.press('1');
  await annotate.walkTo('Ilse Tarrant');
  await keyboard.press('1');
  await keyboard.press('Control+Home');
  const selected = page.getByRole('region', { name: 'Selected' });
  await keyboard.press('Tab');
  await expect(selected).toContainText('MOSSFORD');
  await keyboard.press('Tab');
  await expect(selected).toContainText('Mayor Ilse Tarrant');
  await expect(annotate.article).toBeFocused();
  await keyboard.press('Tab');
  await expect(annotate.article).not.toBeFocused();
  await annotate.article.focus();
  await keyboard.press('Escape');
  await keyboard.press('Escape');
  await keyboard.press('Tab');
  await expect(annotate.article).not.toBeFocused();

  await annotate.beginAnew();
  // The list is walked by arrows, and what is chosen there is selected in the text.
  await keyboard.press('1');
  await keyboard.press('2');
  await annotate.walkTo('Ilse Tarrant');
  await keyboard.press('1');
  const region = page.getByRole('region', { name: /In this article/ });
  for (let presses = 0; presses < 6; presses += 1) {
    if (await region.evaluate((element) => element.contains(document.activeElement))) break;
    await keyboard.press('F6');
  }
  const last = annotate.spans.nth(2).getByRole('button');
  for (let presses = 0; presses < 6; presses += 1) {
    if (await last.evaluate((element) => element === document.activeElement)) break;
    await keyboard.press('Tab');
  }
  await expect(last).toBeFocused();
  await keyboard.press('ArrowUp');
  await expect(annotate.spans.nth(1).getByRole('button')).toBeFocused();
  await expect(annotate.spans.nth(1).getByRole('button')).toHaveAttribute('aria-current', 'true');
  await keyboard.press('Delete');
  await expect(annotate.spans).toHaveCount(2);

  await annotate.beginAnew();
  await keyboard.press('1');
  await keyboard.press('2');
  await keyboard.press('s');
  await expect(page.getByRole('list', { name: 'Spans here' }).getByRole('button').first()).toBeFocused();
  await keyboard.press('n');
  await expect(page.getByRole('textbox', { name: 'Note' })).toBeFocused();
  await keyboard.type('12?');
  await expect(annotate.spans).toHaveCount(2);
  await keyboard.press('Escape');
  await expect(annotate.article).toBeFocused();
  const seen = new Set<string>();
  for (let presses = 0; presses < 6; presses += 1) {
    await keyboard.press('F6');
    seen.add(
      await page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-region]')?.dataset['region'] ?? ''),
    );
  }
  expect(seen).toEqual(new Set(['articles', 'labels', 'text', 'selected', 'spans']));
  await annotate.article.focus();
  await keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();

  await annotate.article.focus();
  await keyboard.press('[');
  await expect(page.getByRole('document', { name: 'Pellworth brings back the tram by three votes' })).toBeFocused();
  await keyboard.press(']');
  await expect(page.getByRole('document', { name: FLOOD })).toBeFocused();
  await keyboard.press('Control+Enter');
  await expect(page.getByRole('document', { name: 'The ledger from the drowned valley' })).toBeFocused();
  await annotate.expectSaved();
  await library.open();
  await expect(library.row(FLOOD)).toContainText('done');
  await expect(library.row('The ledger from the drowned valley')).toContainText('not started');
});
