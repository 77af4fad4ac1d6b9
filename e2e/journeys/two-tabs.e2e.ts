import { AnnotatePage } from '../screens/annotate-page.ts';
import { expect, test } from '../test.ts';

test('one tab writes a layer at a time; the next takes over when it is closed, with all that was written', async ({
  page,
  context,
  library,
  annotate,
}) => {
  await library.open();
  await library.openArticle(/Mossford/);
  await annotate.giveName('Ada');
  await page.keyboard.press('1');
  await annotate.expectSaved();

  const second = await context.newPage();
  await second.goto(page.url());
  const there = new AnnotatePage(second);
  await expect(there.spans).toHaveCount(1);
  await expect(second.getByText('This article is being annotated in another tab')).toBeVisible();
  await expect(there.label('Entity')).toBeDisabled();
  await there.article.press('2');
  await expect(there.notice).toContainText('Another tab is annotating');
  await expect(there.spans).toHaveCount(1);

  await annotate.clickOn('Ilse Tarrant');
  await page.keyboard.press('1');
  await expect(annotate.spans).toHaveCount(2);
  await annotate.expectSaved();
  await page.close();
  await expect(there.label('Entity')).toBeEnabled();
  await expect(there.spans).toHaveCount(2);
  await there.clickOn('No deaths were reported');
  await second.keyboard.press('2');
  await expect(there.spans).toHaveCount(3);
});
