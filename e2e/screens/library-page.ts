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

  async openArticle(title: string | RegExp): Promise<void> {
    await this.table.getByRole('link', { name: title }).click();
    await expect(this.#page.getByRole('document', { name: title })).toBeVisible();
  }
}
