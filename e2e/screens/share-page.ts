import { readFile } from 'node:fs/promises';
import { type Download, expect, type Locator, type Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { downloadedBy } from '../downloaded.ts';

/** The share screen: what people hand to each other. */
export class SharePage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async open(): Promise<void> {
    await this.#page.goto('#/share');
    await expect(this.#page.getByRole('heading', { name: 'Share', level: 1 })).toBeVisible();
  }

  part(name: string): Locator {
    return this.#page.getByRole('region', { name, exact: true });
  }

  /** Saves the annotator's own finished articles. */
  async sendToReview(): Promise<SharedFile> {
    return this.#saved(this.part('Send to review').getByRole('button', { name: 'Save the file' }));
  }

  /** Saves what is returned to one annotator. */
  async returnTo(name: string): Promise<SharedFile> {
    return this.#saved(this.part('Return').getByRole('button', { name: `Save the file for ${name}` }));
  }

  get withUnfinished(): Locator {
    return this.part('Return').getByRole('checkbox', { name: 'Also articles whose review is not finished' });
  }

  get hidesNames(): Locator {
    return this.part('Return').getByRole('checkbox', { name: /^Hide who the other annotators are/ });
  }

  get names(): Locator {
    return this.part('Assign articles').getByLabel('Annotators, one a line');
  }

  get each(): Locator {
    return this.part('Assign articles').getByLabel('Each article is annotated by');
  }

  /** How many articles everybody would get, as `Ada: 3`. */
  async shares(): Promise<readonly string[]> {
    const rows = this.part('Assign articles').locator('tbody tr');
    return rows.evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent).join(': ')));
  }

  /** Saves the files of the assignment, by name. */
  async assign(): Promise<ReadonlyMap<string, string>> {
    const button = this.part('Assign articles').getByRole('button', { name: /^Save \d+ files as ZIP$/ });
    const download = await this.#downloaded(button);
    const files = unzipSync(await readFile(await download.path()));
    return new Map(Object.entries(files).map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]));
  }

  async #saved(button: Locator): Promise<SharedFile> {
    const download = await this.#downloaded(button);
    return { name: download.suggestedFilename(), json: await readFile(await download.path(), 'utf8') };
  }

  async #downloaded(button: Locator): Promise<Download> {
    const download = await downloadedBy(button);
    await expect(this.#page.getByText(/^Saved as /)).toBeVisible();
    return download;
  }
}

interface SharedFile {
  readonly name: string;
  readonly json: string;
}
