import { readFile } from 'node:fs/promises';
import { type Download, expect, type Locator, type Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { downloadedBy } from '../downloaded.ts';

/** The export screen. */
export class ExportPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async open(): Promise<void> {
    await this.#page.goto('#/export');
    await expect(this.format).toBeVisible();
  }

  get format(): Locator {
    return this.#page.getByRole('combobox', { name: 'Format' });
  }

  get downloadButton(): Locator {
    return this.#page.getByRole('button', { name: 'Download', exact: true });
  }

  /** What the file does not hold, one item for each reason. */
  get losses(): Locator {
    return this.#page
      .getByRole('region', { name: 'What this file does not hold' })
      .locator('ul')
      .first()
      .locator('> li');
  }

  get tally(): Locator {
    return this.#page.getByRole('table', { name: 'What is written' });
  }

  /** The file that the screen offers as it stands, and its name. */
  async download(): Promise<{ readonly name: string; readonly json: string }> {
    const download = await this.#downloaded();
    return { name: download.suggestedFilename(), json: await readFile(await download.path(), 'utf8') };
  }

  /** The archive that the screen offers as it stands, its name and the texts in it by path. */
  async downloadArchive(): Promise<{ readonly name: string; readonly files: ReadonlyMap<string, string> }> {
    const download = await this.#downloaded();
    const files = unzipSync(await readFile(await download.path()));
    return {
      name: download.suggestedFilename(),
      files: new Map(Object.entries(files).map(([path, bytes]) => [path, new TextDecoder().decode(bytes)])),
    };
  }

  /** Exports everything. */
  async downloadAll(): Promise<string> {
    await this.#page.goto('#/export');
    return (await this.download()).json;
  }

  async #downloaded(): Promise<Download> {
    await expect(this.format).toBeVisible();
    return downloadedBy(this.downloadButton);
  }
}
