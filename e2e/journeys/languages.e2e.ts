import { expect, expectNoViolations, test } from '../test.ts';

const MOSSFORD = /Mossford/;

test.describe('where the browser speaks German', () => {
  test.use({ locale: 'de-AT' });

  test('everything is in German, and Arabic is taken when it is chosen, from right to left, with the work as it was', async ({
    page,
  }) => {
    const main = page.locator('#main');
    await page.goto('./');
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
    await expect(main.getByRole('heading', { level: 1 })).toHaveText('Mein Projekt');
    await page.getByRole('link', { name: MOSSFORD }).first().click();
    await page.getByRole('textbox', { name: 'Ihr Name' }).fill('Ada');
    await page.keyboard.press('Enter');
    await page.keyboard.press('1');
    await expect(page.getByRole('status', { name: 'Gespeichert', exact: true })).toBeVisible();

    await page.getByRole('link', { name: 'Einstellungen' }).click();
    await page.getByLabel('Sprache der Oberfläche').selectOption('العربية');
    await page.getByRole('button', { name: 'Verwenden' }).click();
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await expect(page.getByRole('heading', { name: 'اللغة (Language)' })).toBeVisible();
    await page.goto('#/library');
    await expect(page.getByRole('link', { name: 'المكتبة' })).toHaveAttribute('aria-current', 'page');
    // The first project was given no name, so it has that of the language.
    await expect(main.getByRole('heading', { level: 1 })).toHaveText('مشروعي');
    await page.getByRole('link', { name: MOSSFORD }).first().click();
    // The article stays English and runs to the right, with the span that was made in German.
    const article = page.locator('[data-text]');
    await expect(article).toHaveCSS('direction', 'ltr');
    await expect(page.getByRole('list', { name: 'المقاطع' }).getByRole('listitem')).toHaveCount(1);
    await expectNoViolations(page);

    await page.goto('#/settings');
    await page.getByRole('combobox', { name: 'لغة الواجهة' }).selectOption('English');
    await page.getByRole('button', { name: 'استخدام', exact: true }).press('Enter');
    await expect(main.getByRole('heading', { level: 1 })).toHaveText('Settings');
    await expect(page.locator('html')).not.toHaveAttribute('dir', 'rtl');
  });
});

test('what runs in workers speaks the language of the page', async ({ page }) => {
  await page.addInitScript(() => {
    localStorage.setItem('spanmark-language', 'de');
  });
  await page.goto('./#/import');
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'kaputt.json', mimeType: 'application/json', buffer: Buffer.from('{"format":') });
  await expect(page.getByText(/die Datei endet mittendrin: Sie wurde abgeschnitten/)).toBeVisible();
  await expect(page.locator('#main')).not.toContainText(/\bthe\b/);
});
