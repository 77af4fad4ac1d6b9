import { expect, type Locator, type Page } from '@playwright/test';

/** What was removed, and the way back. */
export class TrashPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async open(): Promise<void> {
    await this.#page.goto('#/trash');
    await expect(this.#page.getByRole('heading', { name: 'Trash', exact: true })).toBeVisible();
  }

  get rows(): Locator {
    return this.#page.locator('#main').getByRole('listitem');
  }

  row(words: string | RegExp): Locator {
    return this.rows.filter({ hasText: words });
  }

  get said(): Locator {
    return this.#page.locator('#main').getByRole('status');
  }

  async putBack(words: string | RegExp): Promise<void> {
    await this.row(words)
      .getByRole('button', { name: /^Put back/ })
      .click();
    await expect(this.row(words)).toBeHidden();
  }

  get dialog(): Locator {
    return this.#page.getByRole('dialog');
  }
}
