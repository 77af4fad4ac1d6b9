import { spansDownloadedBy } from '../downloaded.ts';
import { expect, expectNoViolations, test } from '../test.ts';

const MOSSFORD = /Mossford/;

test('a layer is seen as it was after any edit, and downloaded so; the layer itself stays as it is', async ({
  page,
  library,
  annotate,
  history,
}) => {
  await library.open();
  await library.openArticle(MOSSFORD);
  await annotate.giveName('Ada');
  await page.keyboard.press('1');
  await annotate.clickOn('Ilse Tarrant');
  await page.keyboard.press('1');
  await annotate.clickOn('No deaths were reported');
  await page.keyboard.press('2');
  await page.keyboard.press('Control+z');
  await annotate.expectSaved();
  const listed = await annotate.listed();

  await page.keyboard.press('h');
  await history.expectShown('As it is now');
  await expect(history.edits).toHaveCount(5);
  await expect(history.edits.first()).toContainText('Undo: added');
  await expect(history.edit('Ilse Tarrant')).toContainText('Ada');
  await expectNoViolations(page);
  await history.edit(/Added/).first().press('Enter');
  await history.expectShown('As it was after edit 3');
  await expect(history.status).toContainText('3 spans');
  await history.edit('Ilse Tarrant').click();
  await expect(history.edit('Ilse Tarrant')).toHaveAttribute('aria-current', 'true');
  await expect(history.status).toContainText('2 spans');
  await expectNoViolations(page);
  expect((await spansDownloadedBy(page.getByRole('button', { name: 'Download it so' })))[0]).toBe(2);
  await history.edit('Before the first edit').click();
  await history.expectShown('As it was before the first edit');
  await expect(history.status).toContainText('0 spans');

  await page.getByRole('link', { name: 'Annotate this article' }).click();
  await expect.poll(() => annotate.listed()).toEqual(listed);
  await page.keyboard.press('Control+Shift+z');
  await expect(annotate.spans).toHaveCount(3);
});
