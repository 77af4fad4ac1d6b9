import { type Download, expect, type Locator, type Page } from '@playwright/test';
import { downloadedBy } from '../downloaded.ts';

/** How well annotators agree. */
export class AgreementPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Goes to the screen; the figures are there at the end. */
  async open(): Promise<void> {
    await this.#page.goto('#/agreement');
    await expect(this.#page.getByRole('heading', { name: 'Agreement', level: 1 })).toBeVisible();
    await expect(this.#page.getByRole('progressbar')).toHaveCount(0);
  }

  /** A figure about all labels, by its name. */
  figure(name: string): Locator {
    return this.#page.getByRole('region', { name, exact: true });
  }

  table(name: string): Locator {
    return this.#page.getByRole('table', { name });
  }

  /** The number in a cell, by its name: `Ann Bell and Bo Chen`. */
  cell(table: string, name: string): Locator {
    return this.table(table)
      .getByRole('button', { name: new RegExp(`, ${name}: show the spans$`) })
      .first();
  }

  get settings(): Locator {
    return this.#page.getByRole('button', { name: 'Change settings' });
  }

  get dialog(): Locator {
    return this.#page.getByRole('dialog');
  }

  /** The cases in the dialog, each with a link to its group in review. */
  get cases(): Locator {
    return this.dialog.getByRole('listitem');
  }

  /** Presses a button that saves a file. */
  async save(name: string): Promise<Download> {
    return downloadedBy(this.#page.getByRole('button', { name }));
  }
}
