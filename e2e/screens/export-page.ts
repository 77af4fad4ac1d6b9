import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';

/** The export screen. */
export class ExportPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** The file that the screen offers as it stands, and its name. */
  async download(): Promise<{ readonly name: string; readonly json: string }> {
    await expect(this.#page.getByRole('combobox', { name: 'Format' })).toBeVisible();
    const downloading = this.#page.waitForEvent('download');
    await this.#page.getByRole('button', { name: 'Download', exact: true }).click();
    const download = await downloading;
    return { name: download.suggestedFilename(), json: await readFile(await download.path(), 'utf8') };
  }

  /** Exports everything. */
  async downloadAll(): Promise<string> {
    await this.#page.goto('#/export');
    return (await this.download()).json;
  }
}
