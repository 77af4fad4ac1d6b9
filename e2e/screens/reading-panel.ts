import { expect, type Locator, type Page } from '@playwright/test';

/** The small panel in which the look of texts is changed. */
export class ReadingPanel {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get dialog(): Locator {
    return this.#page.getByRole('dialog', { name: 'Reading' });
  }

  get size(): Locator {
    return this.dialog.getByRole('slider', { name: 'Text size' });
  }

  get width(): Locator {
    return this.dialog.getByRole('slider', { name: 'Line length' });
  }

  get lines(): Locator {
    return this.dialog.getByRole('slider', { name: 'Line spacing' });
  }

  get font(): Locator {
    return this.dialog.getByRole('combobox', { name: 'Font' });
  }

  get colours(): Locator {
    return this.dialog.getByRole('combobox', { name: 'Colours' });
  }

  /** Opens it from the annotate screen. */
  async open(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Reading', exact: true }).click();
    await expect(this.dialog).toBeVisible();
  }
}
