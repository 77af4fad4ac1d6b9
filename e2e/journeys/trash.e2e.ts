import { expect, expectNoViolations, test } from '../test.ts';

const MOSSFORD = /Mossford/;

test('a layer, an article and a project are removed, found in the trash, and put back as they were', async ({
  page,
  library,
  annotate,
  projects,
  trash,
}) => {
  await library.open();
  await library.openArticle(MOSSFORD);
  await annotate.giveName('Ada');
  await page.keyboard.press('1');
  await annotate.expectSaved();
  const listed = await annotate.listed();

  await annotate.button('Move this layer to the trash').click();
  await expect(annotate.notice).toContainText('in the trash');
  await expect(page.getByText('This layer is in the trash: you can read it')).toBeVisible();
  await expect(annotate.label('Entity')).toBeDisabled();
  await expectNoViolations(page);
  // Put back from the article itself, and removed once more.
  await annotate.button('Put back').press('Enter');
  await expect(annotate.label('Entity')).toBeEnabled();
  await expect.poll(() => annotate.listed()).toEqual(listed);
  await expect(annotate.article).toBeFocused();
  await annotate.button('Move this layer to the trash').press('Enter');
  await expect(page.getByText('This layer is in the trash: you can read it')).toBeVisible();
  await library.open();
  await expect(library.row(MOSSFORD).getByRole('cell').nth(2)).toHaveText('0');
  await page.getByRole('button', { name: /Take out: .*Mossford/ }).click();
  await projects.addInSettings('Elections');
  await projects.switchTo('My project');
  await projects.openSettings();
  await projects.row('Elections').getByRole('button', { name: 'Delete Elections' }).click();
  await expect(projects.dialog).toContainText('For 30 days it can be put back');
  await projects.dialog.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(projects.section.getByRole('heading', { name: 'Projects' })).toBeFocused();
  await expect(projects.section.getByText(/put away/)).toBeHidden();

  await trash.open();
  await expect(trash.rows).toHaveCount(3);
  await expect(trash.row('Elections')).toContainText('by Ada');
  await expect(trash.row('Layer of Ada')).toContainText('1 span');
  await expect(trash.row('Article')).toContainText('Deleted for good on');
  await expectNoViolations(page);
  await page.reload();
  await trash.putBack('Layer of Ada');
  await expect(trash.said).toBeFocused();
  await trash.putBack('Article');
  await trash.putBack('Elections');
  await expect(page.getByText('Nothing is in the trash.')).toBeVisible();
  await expectNoViolations(page);
  await projects.switchTo('Elections');
  await projects.switchTo('My project');
  await library.openArticle(MOSSFORD);
  await expect.poll(() => annotate.listed()).toEqual(listed);
  await page.keyboard.press('Control+z');
  await expect(annotate.spans).toHaveCount(0);
});

test('what is deleted for good is asked about, and is gone, also after the next start', async ({
  page,
  library,
  trash,
}) => {
  await library.open();
  await page.getByRole('button', { name: /Take out: .*Mossford/ }).click();
  await expect(page.getByRole('button', { name: /Put back: .*Mossford/ })).toBeFocused();
  await trash.open();
  await trash
    .row(MOSSFORD)
    .getByRole('button', { name: /^Delete for good/ })
    .click();
  await expect(trash.dialog).toContainText('cannot be brought back');
  await expectNoViolations(page);
  await trash.dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(trash.rows).toHaveCount(1);
  await page.getByRole('button', { name: 'Empty the trash…' }).click();
  await trash.dialog.getByRole('button', { name: 'Delete for good' }).click();
  await expect(trash.said).toContainText('Deleted for good');
  await library.open();
  await page.reload();
  await expect(library.row(/The council|tram/).first()).toBeVisible();
  await expect(library.row(MOSSFORD)).toBeHidden();
  await expect(page.getByText('1 article taken out')).toBeHidden();
});

test('what was in the trash for thirty days is gone after the next start, and not before', async ({
  page,
  library,
  trash,
}) => {
  await page.clock.install({ time: new Date('2026-03-01T09:00:00Z') });
  await library.open();
  await page.getByRole('button', { name: /Take out: .*Mossford/ }).click();
  await expect(page.getByRole('button', { name: /Put back: .*Mossford/ })).toBeFocused();
  for (const [day, left] of [
    ['2026-03-30T09:00:00Z', 1],
    ['2026-03-31T10:00:00Z', 0],
  ] as const) {
    await page.clock.setSystemTime(new Date(day));
    await page.reload();
    await library.open();
    await page.clock.runFor(16_000);
    await trash.open();
    await expect(trash.rows).toHaveCount(left);
  }
  await library.open();
  await expect(library.row(MOSSFORD)).toBeHidden();
});
