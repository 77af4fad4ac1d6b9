import { expect, test } from '../test.ts';

test('after the first visit the app starts and works without a network', async ({
  page,
  context,
  library,
  annotate,
}) => {
  await library.open();
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await context.setOffline(true);
  await page.reload();
  await library.openArticle(/Mossford/);
  await annotate.giveName('Ada');
  await page.keyboard.press('1');
  await annotate.expectSaved();
  await page.reload();
  await expect(annotate.spans).toHaveCount(1);
});
