import { expect, type Locator, type Page } from '@playwright/test';

/** Everything that was done to a layer. */
export class HistoryPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** The edits, the newest first, and the beginning. */
  get edits(): Locator {
    return this.#page.getByRole('complementary', { name: 'Edits, newest first' }).getByRole('button');
  }

  edit(words: string | RegExp): Locator {
    return this.edits.filter({ hasText: words });
  }

  get status(): Locator {
    return this.#page.locator('#main').getByRole('status');
  }

  async expectShown(words: string): Promise<void> {
    // While the screen is fetched, the one before it is there, with a status of its own.
    await expect(this.status.filter({ hasText: words })).toBeVisible();
  }
}
