import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';
import { downloadedBy } from '../downloaded.ts';
import { type ChosenFile } from './import-page.ts';

/** The labels screen. */
export class LabelsPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Opens the screen and waits until the label set is read. */
  async open(): Promise<void> {
    await this.#page.goto('#/labels');
    await expect(this.#page.getByRole('button', { name: 'Add label' })).toBeVisible();
  }

  /** Names of the labels in their order. */
  async labels(): Promise<readonly string[]> {
    const rows = this.#page.getByRole('list', { name: 'Labels', exact: true }).getByRole('button');
    return rows.evaluateAll((all) => all.map((row) => row.querySelector(':scope > span[dir]')?.textContent ?? ''));
  }

  row(name: string): Locator {
    return this.#page.getByRole('list', { name: /^(Labels|Link types)$/ }).getByRole('button', { name });
  }

  /** The head of an attribute, which opens it. */
  attribute(name: string): Locator {
    return this.#page.getByRole('button', { name: new RegExp(`^${name} `), expanded: false });
  }

  /** A row of the values of the open attribute. */
  value(name: string): Locator {
    return this.#page
      .getByRole('listitem')
      .filter({ has: this.#page.getByRole('textbox', { name: `Name of the value ${name}`, exact: true }) })
      .last();
  }

  get dialog(): Locator {
    return this.#page.getByRole('dialog');
  }

  /** Goes with Tab, or backwards, until the control has the focus. */
  async tabTo(control: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    for (let presses = 0; presses < 80; presses += 1) {
      if (await control.evaluate((element) => element === document.activeElement)) return;
      await this.#page.keyboard.press(key);
    }
    await expect(control).toBeFocused();
  }

  /** The label set file that the screen saves. */
  async save(): Promise<{ readonly name: string; readonly json: string }> {
    const download = await downloadedBy(this.#page.getByRole('button', { name: 'Save as file' }));
    return { name: download.suggestedFilename(), json: await readFile(await download.path(), 'utf8') };
  }

  /** Chooses a label set file; nothing is added yet. */
  async openFile(file: ChosenFile): Promise<void> {
    const choosing = this.#page.waitForEvent('filechooser');
    await this.#page.getByRole('button', { name: 'Open file' }).click();
    const chooser = await choosing;
    await chooser.setFiles(file);
  }
}
