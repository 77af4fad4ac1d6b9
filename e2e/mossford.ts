import { type Page } from '@playwright/test';
import { AnnotatePage } from './screens/annotate-page.ts';
import { LibraryPage } from './screens/library-page.ts';
import { expect } from './test.ts';

/** Opens the sample article about the flood at Mossford as Ada, who begins here, and has her mark the mayor in it. */
export async function annotateMossford(page: Page): Promise<void> {
  const [library, annotate] = [new LibraryPage(page), new AnnotatePage(page)];
  await library.open();
  await library.openArticle(/Mossford/);
  await annotate.giveName('Ada');
  await annotate.clickOn('Ilse Tarrant');
  await page.keyboard.press('1');
  await expect(annotate.spans).toHaveCount(1);
  await annotate.expectSaved();
}
