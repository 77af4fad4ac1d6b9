import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';
import { downloadedBy } from '../downloaded.ts';

/** The statistics screen. */
export class StatisticsPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async open(): Promise<void> {
    await this.#page.goto('#/statistics');
    await expect(this.table('Progress')).toBeVisible();
  }

  table(caption: string): Locator {
    return this.#page.getByRole('table', { name: caption, exact: true });
  }

  /** The rows of a table below its heading, cells joined by a bar. */
  async rows(caption: string): Promise<readonly string[]> {
    return this.table(caption)
      .locator('tbody tr')
      .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent ?? '').join(' | ')));
  }

  async download(): Promise<{ readonly name: string; readonly csv: string }> {
    const download = await downloadedBy(this.#page.getByRole('button', { name: 'Save as CSV' }));
    return { name: download.suggestedFilename(), csv: await readFile(await download.path(), 'utf8') };
  }
}
