import { type Locator, type Page } from '@playwright/test';
import { SettingsPage } from '../screens/settings-page.ts';
import { expect, expectNoViolations, test } from '../test.ts';

const FLOOD = 'Teld passes the 1889 mark at Mossford Bridge';
const LEDGER = 'The ledger from the drowned valley';

const palette = (page: Page): Locator => page.getByRole('dialog', { name: 'Commands' });
const field = (page: Page): Locator => palette(page).getByRole('combobox');

// Axe is asked of many states.
test.slow();

test.beforeEach(async ({ library, annotate }) => {
  await library.open();
  await library.openArticle(FLOOD);
  await annotate.giveName('Ada');
});

test('a key changed in Settings by keyboard works in the text and is shown, after a reload too, until it is reset', async ({
  page,
  annotate,
}) => {
  const { keyboard } = page;
  const settings = new SettingsPage(page);
  await settings.open();
  await settings.press('Write a note', 'm');
  await expect(settings.row('Write a note').locator('kbd')).toHaveText(['M']);
  await expect(settings.change('Write a note')).toBeFocused();

  await page.reload();
  await expect(settings.row('Write a note').locator('kbd')).toHaveText(['M']);
  await page.goBack();
  await annotate.walkTo('Ilse Tarrant');
  await keyboard.press('1');
  await keyboard.press('n');
  await expect(annotate.article).toBeFocused();
  await keyboard.press('Shift+M');
  await expect(annotate.article).toBeFocused();
  await keyboard.press('m');
  await expect(page.getByRole('textbox', { name: 'Note' })).toBeFocused();
  await expect(page.getByRole('textbox', { name: 'Note' })).toHaveAttribute(
    'placeholder',
    'Why, or what is unsure (M)',
  );
  await keyboard.type('m');
  await expect(page.getByRole('textbox', { name: 'Note' })).toHaveValue('m');
  await keyboard.press('Escape');
  await keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet.locator('dl > div').filter({ hasText: 'Write a note on it.' }).locator('kbd')).toHaveText(['M']);
  await sheet.getByRole('link', { name: 'Settings' }).click();
  await expect(sheet).toBeHidden();

  await settings.reset('Write a note').focus();
  await keyboard.press('Enter');
  await expect(settings.row('Write a note').locator('kbd')).toHaveText(['N', 'Enter']);
  await expect(settings.change('Write a note')).toBeFocused();
  await expect(settings.reset('Write a note')).toBeHidden();
});

test('a key that does something already is taken only when the user says so; some keys are refused', async ({
  page,
}) => {
  const { keyboard } = page;
  const settings = new SettingsPage(page);
  await settings.open();

  await settings.press('Undo', 'n');
  await expect(settings.row('Undo')).toContainText('N is ‘Write a note’ now: take it from there?');
  await expectNoViolations(page);
  await keyboard.press('Escape');
  await expect(settings.change('Undo')).toBeFocused();
  await expect(settings.row('Write a note').locator('kbd')).toHaveText(['N', 'Enter']);

  await settings.press('Undo', 'n');
  await keyboard.press('Enter');
  await expect(settings.row('Undo').locator('kbd')).toHaveText(['N']);
  await expect(settings.row('Write a note').locator('kbd')).toHaveText(['Enter']);
  await expect(settings.keys.getByRole('status')).toHaveText('‘Undo’ has the key N now.');

  await settings.press('Undo', 'Control+w');
  await expect(settings.row('Undo')).toContainText('Ctrl+W belongs to the browser');
  await expectNoViolations(page);
  await keyboard.press('3');
  await expect(settings.row('Undo')).toContainText('3 is always ‘Tag with a label’.');
  await keyboard.press('Tab');
  await expect(settings.row('Undo')).not.toContainText('3 is always');
  await expect(settings.reset('Undo')).toBeVisible();

  await settings.keys.getByRole('button', { name: 'Reset all keys' }).focus();
  await keyboard.press('Enter');
  await expect(settings.row('Undo').locator('kbd')).toHaveText(['Ctrl+Z']);
  await expect(settings.row('Write a note').locator('kbd')).toHaveText(['N', 'Enter']);
});

test('the palette opens an article by its name, tags, and marks as done; Esc gives the focus back', async ({
  page,
  library,
  annotate,
}) => {
  const { keyboard } = page;
  await keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
  await expectNoViolations(page);
  await keyboard.type('open');
  await keyboard.press('ArrowDown');
  await expectNoViolations(page);
  await keyboard.press('Escape');
  await expect(palette(page)).toBeHidden();
  await expect(annotate.article).toBeFocused();

  await annotate.walkTo('Ilse Tarrant');
  await keyboard.press('Control+k');
  await keyboard.type('tag entity');
  await expect(palette(page).getByRole('option')).toHaveText(['Tag as Entity1']);
  await keyboard.press('Enter');
  await expect(annotate.article).toBeFocused();
  await expect.poll(() => annotate.listed()).toEqual(['Entity: Mayor Ilse Tarrant']);

  await keyboard.press('Control+k');
  await keyboard.type('note');
  await keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Note' })).toBeFocused();
  await keyboard.press('Control+k');
  await keyboard.type('mark as done');
  await keyboard.press('Enter');
  await expect(page.getByRole('document', { name: LEDGER })).toBeFocused();
  await annotate.expectSaved();

  await page.getByRole('button', { name: 'Commands' }).click();
  await keyboard.type('mossford');
  await expect(palette(page).getByRole('option').first()).toContainText(FLOOD);
  await keyboard.press('Enter');
  await expect(page.getByRole('document', { name: FLOOD })).toBeFocused();

  await keyboard.press('Control+k');
  await keyboard.type('xyzzy');
  await expect(palette(page)).toContainText('Nothing matches.');
  await expectNoViolations(page);
  await field(page).fill('go to lib');
  await keyboard.press('Enter');
  await expect(library.row(FLOOD)).toContainText('done');
  await keyboard.press('Control+k');
  await expect(palette(page).getByRole('option', { name: /^Undo/ })).toHaveCount(0);
  // What was open last comes first.
  await expect(palette(page).getByRole('group', { name: 'Articles' }).getByRole('option').first()).toContainText(FLOOD);
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
});
