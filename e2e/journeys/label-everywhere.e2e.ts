import { EverywhereDialog } from '../screens/everywhere-dialog.ts';
import { type AnnotatePage } from '../screens/annotate-page.ts';
import { expect, expectNoViolations, test } from '../test.ts';

const FLOOD = 'Teld passes the 1889 mark at Mossford Bridge';
const HOSPITALS = 'Auditor finds thousands of ghosts on hospital waiting lists';
const ISLANDS = 'Islands trade accusations over nets cut on Greyback Bank';

/** How many spans each article has by its entry in the list beside the text. */
async function expectCounts(annotate: AnnotatePage, counts: Readonly<Record<string, number>>): Promise<void> {
  for (const [title, number] of Object.entries(counts)) {
    const shown = number === 0 ? /\d+ words$/ : new RegExp(`· ${number} spans?$`);
    await expect(annotate.articleLink(title)).toHaveText(shown);
  }
}

test('a name is tagged in every article by keyboard alone, and one undo takes all of it back', async ({
  page,
  library,
  annotate,
}) => {
  const { keyboard } = page;
  const everywhere = new EverywhereDialog(page);
  await library.open();
  await library.openArticle(FLOOD);
  await annotate.giveName('Ada');
  await annotate.walkTo('Averland');
  await keyboard.press('1');
  await expect.poll(() => annotate.listed()).toEqual(['Entity: Averland']);

  await keyboard.press('a');
  await expect(everywhere.list).toBeFocused();
  await everywhere.expectTicked(1, 3);
  await expect(everywhere.mentions(true)).toContainText('Averland’s building code');
  await expect(everywhere.mentions(false)).toHaveCount(2);

  await keyboard.press('Shift+Tab');
  await keyboard.press('Shift+Tab');
  await expect(everywhere.where).toBeFocused();
  await keyboard.press('End');
  await everywhere.expectTicked(10, 12);
  await expect(everywhere.list).not.toContainText('Averlandish');
  await keyboard.press('Tab');
  await keyboard.press('Tab');
  await keyboard.press('Tab');
  await expect(everywhere.list).toBeFocused();
  // The name inside “Averland Railways”, and off again.
  await keyboard.press('End');
  await keyboard.press('Control+a');
  await everywhere.expectTicked(12, 12);
  await keyboard.press('Control+a');
  await everywhere.expectTicked(0, 12);
  await keyboard.press('Home');
  await keyboard.press('Space');
  await everywhere.expectTicked(1, 12);
  await keyboard.press('Control+a');
  await everywhere.expectTicked(12, 12);
  await keyboard.press('Enter');
  await expect(everywhere.dialog).toBeHidden();
  await expect(annotate.article).toBeFocused();
  await expect(annotate.notice).toContainText('Tagged 12 mentions as Entity, in 5 articles.');
  await annotate.expectSaved();
  await expect(annotate.spans).toHaveCount(4);
  await expectCounts(annotate, { [FLOOD]: 4, [HOSPITALS]: 3, [ISLANDS]: 2 });

  // Two others, as they are on the disk.
  await keyboard.press(']');
  await expect(page.getByRole('document', { name: 'The ledger from the drowned valley' })).toBeFocused();
  await expect.poll(() => annotate.listed()).toEqual(['Entity: Averland', 'Entity: Averland']);
  await library.open();
  await library.openArticle(HOSPITALS);
  await expect.poll(() => annotate.listed()).toEqual(['Entity: Averland', 'Entity: Averland', 'Entity: Averland']);

  // Undone from here, redone from here, and undone where it was made.
  await keyboard.press('Control+z');
  await expect(annotate.notice).toContainText('Undone: adding 12 spans, in 5 articles.');
  await expect(annotate.spans).toHaveCount(0);
  await expectCounts(annotate, { [FLOOD]: 1, [HOSPITALS]: 0, [ISLANDS]: 0 });
  await keyboard.press('Control+Shift+z');
  await expect(annotate.spans).toHaveCount(3);
  await expectCounts(annotate, { [FLOOD]: 4, [HOSPITALS]: 3, [ISLANDS]: 2 });
  await page.reload();
  await library.open();
  await library.openArticle(FLOOD);
  await expect(annotate.spans).toHaveCount(4);
  await keyboard.press('Control+z');
  await expect(annotate.spans).toHaveCount(1);
  await expectCounts(annotate, { [FLOOD]: 1, [HOSPITALS]: 0, [ISLANDS]: 0 });
  await keyboard.press('Control+Shift+z');
  await expect(annotate.spans).toHaveCount(4);
  await expectCounts(annotate, { [FLOOD]: 4, [HOSPITALS]: 3, [ISLANDS]: 2 });
});

test('without other mentions the focus is on where to look, and Esc goes back; the dialog has no violations', async ({
  page,
  library,
  annotate,
}) => {
  const everywhere = new EverywhereDialog(page);
  await library.open();
  await library.openArticle(FLOOD);
  await annotate.giveName('Ada');
  await page.keyboard.press('a');
  await expect(annotate.notice).toContainText('Select a span first');
  await annotate.walkTo('Greta Holub');
  await page.keyboard.press('1');
  await page.keyboard.press('Shift+A');
  await expect(everywhere.dialog).toBeHidden();
  await annotate.button('Label everywhere').click();
  await expect(everywhere.dialog).toContainText('There is no other mention here');
  await expect(everywhere.where).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(everywhere.dialog).toBeHidden();
  await expect(annotate.article).toBeFocused();

  await annotate.clickOn('Averland');
  await page.keyboard.press('1');
  await page.keyboard.press('a');
  await everywhere.expectTicked(1, 3);
  await expectNoViolations(page);
  await everywhere.where.selectOption('chosen');
  await everywhere.dialog.getByRole('checkbox', { name: HOSPITALS }).check();
  await everywhere.expectTicked(4, 6);
  await expectNoViolations(page);
  await everywhere.dialog.getByRole('checkbox', { name: HOSPITALS }).uncheck();
  await everywhere.dialog.getByRole('checkbox', { name: FLOOD }).uncheck();
  await expect(everywhere.dialog).toContainText('There is no other mention here');
  await expectNoViolations(page);
});
