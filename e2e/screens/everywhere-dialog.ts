import { expect, type Locator, type Page } from '@playwright/test';

/** The dialog that lists other mentions of a span’s words. */
export class EverywhereDialog {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get dialog(): Locator {
    return this.#page.getByRole('dialog', { name: 'Label everywhere' });
  }

  get list(): Locator {
    return this.dialog.getByRole('listbox', { name: 'Mentions' });
  }

  get where(): Locator {
    return this.dialog.getByLabel('Where', { exact: true });
  }

  /** The mentions that are in the page, ticked or not. */
  mentions(ticked?: boolean): Locator {
    return this.list.getByRole('option', ticked === undefined ? {} : { selected: ticked });
  }

  /** Waits until so many of so many mentions are ticked. */
  async expectTicked(ticked: number, all: number): Promise<void> {
    await expect(this.dialog.getByText(`${ticked} of ${all} ticked`)).toBeVisible();
  }
}
