import { expect, type Page } from '@playwright/test';

/** The library: where the app starts. */
export class LibraryPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Opens the library and waits until it is read. */
  async open(): Promise<void> {
    await this.#page.goto('#/library');
    await expect(this.table.or(this.#page.getByText('There is no article here.'))).toBeVisible();
  }

  get table() {
    return this.#page.getByRole('table');
  }

  row(title: string | RegExp) {
    return this.table.getByRole('row').filter({ has: this.#page.getByRole('link', { name: title }) });
  }

  /** How many articles the table has, as it tells assistive technology. */
  async count(): Promise<number> {
    await expect(this.table).toHaveAttribute('aria-rowcount', /^\d+$/);
    return Number(await this.table.getAttribute('aria-rowcount')) - 1;
  }

  /** How many rows of articles are in the page. */
  async rowsInPage(): Promise<number> {
    return this.table.locator('tbody').getByRole('row').count();
  }

  async scrollToEnd(): Promise<void> {
    await this.#page.evaluate(() => {
      scrollTo(0, document.documentElement.scrollHeight);
    });
  }

  async openArticle(title: string | RegExp): Promise<void> {
    await this.table.getByRole('link', { name: title }).click();
    await expect(this.#page.getByRole('document', { name: title })).toBeVisible();
  }
}
