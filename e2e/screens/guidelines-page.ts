import { expect, type Locator, type Page } from '@playwright/test';

/** The guidelines screen, and the dialogs about guidelines on the annotate screen. */
export class GuidelinesPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async open(): Promise<void> {
    await this.#page.goto('#/guidelines');
    await expect(this.#page.getByRole('heading', { name: 'Guidelines', level: 1 })).toBeVisible();
  }

  async edit(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Edit them' }).click();
  }

  async stopEditing(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Done editing' }).click();
  }

  /** The part about a label, or the one named “In general”. */
  section(name: string): Locator {
    return this.#page.getByRole('region', { name, exact: true });
  }

  text(name: string): Locator {
    return this.#page.getByRole('textbox', { name: `Text: ${name}`, exact: true });
  }

  preview(name: string): Locator {
    return this.#page.getByRole('group', { name: `Preview: ${name}`, exact: true });
  }

  examples(name: string): Locator {
    return this.section(name).getByRole('list', { name: 'Examples' }).locator('> li');
  }

  get versions(): Locator {
    return this.#page.getByRole('list', { name: 'Versions' }).locator('> li');
  }

  /** The dialog that G opens while annotating. */
  get dialog(): Locator {
    return this.#page.getByRole('dialog', { name: 'Guidelines' });
  }

  /** Puts the selected span of the annotate screen into the guideline of its label. */
  async useAsExample(kind: 'A good example' | 'What not to do', comment: string): Promise<void> {
    await this.#page.getByRole('button', { name: 'Use as example' }).click();
    const dialog = this.#page.getByRole('dialog');
    await dialog.getByRole('radio', { name: kind }).check();
    await dialog.getByRole('textbox', { name: 'Comment' }).fill(comment);
    await dialog.getByRole('button', { name: 'Add to the guideline' }).click();
    await expect(dialog).toBeHidden();
  }
}
