import { expect, type Locator, type Page } from '@playwright/test';

/** Something to be chosen in the file dialog. */
export type ChosenFile = string | { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

/** The import screen. */
export class ImportPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Goes to the screen and chooses files; they are read, not yet written. */
  async choose(...files: readonly ChosenFile[]): Promise<void> {
    await this.#page.goto('#/import');
    const choosing = this.#page.waitForEvent('filechooser');
    await this.#page.getByRole('button', { name: 'Choose files' }).click();
    const chooser = await choosing;
    await chooser.setFiles(files as ChosenFile[] as string[]);
    await expect(this.files.first()).toBeVisible();
  }

  /** Goes to the screen and chooses a folder with all that is in it. */
  async chooseFolder(path: string): Promise<void> {
    await this.#page.goto('#/import');
    const choosing = this.#page.waitForEvent('filechooser');
    await this.#page.getByRole('button', { name: 'Choose a folder' }).click();
    await (await choosing).setFiles(path);
    await expect(this.files.first()).toBeVisible();
  }

  get files(): Locator {
    return this.#page.getByRole('list', { name: 'Files' }).locator('> li');
  }

  /** The file whose article has this title, also while others are not in the page. */
  article(title: string): Locator {
    return this.files.filter({ has: this.#page.getByRole('checkbox', { name: `Import “${title}”` }) });
  }

  /** Opens the form of an article; a single one is open from the start. */
  async change(title: string): Promise<void> {
    await this.#page.getByRole('button', { name: `Read and change “${title}”` }).click();
    await expect(this.field('Title')).toBeFocused();
  }

  /** A field of the article that is being changed. */
  field(name: 'Title' | 'Author' | 'Source' | 'Date' | 'Language' | 'Text'): Locator {
    return this.#page.getByRole('textbox', { name, exact: true });
  }

  get problems(): Locator {
    return this.#page.getByRole('alert');
  }

  formatOf(file: Locator): Locator {
    return file.getByRole('combobox', { name: 'Read as' });
  }

  unitOf(file: Locator): Locator {
    return file.getByRole('combobox', { name: 'Offsets count' });
  }

  /** The choice of what becomes of a label, a link type or, with its label, an attribute that the project does not have. */
  fateOf(name: string, label = ''): Locator {
    const of = label === '' ? '' : ` of “${label}”`;
    return this.#page.getByRole('combobox', { name: `What becomes of “${name}”${of}`, exact: true });
  }

  get importButton(): Locator {
    return this.#page.getByRole('button', { name: 'Import', exact: true });
  }

  async import(): Promise<void> {
    await this.importButton.click();
    await expect(this.#page.getByText(/\d+ files? imported/)).toBeVisible();
  }
}
