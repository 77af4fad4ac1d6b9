import { type Locator, type Page } from '@playwright/test';

/** The settings screen, as far as it is about keys. */
export class SettingsPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async open(): Promise<void> {
    await this.#page.goto('#/settings');
    await this.keys.waitFor();
  }

  get keys(): Locator {
    return this.#page.getByRole('region', { name: 'Keys', exact: true });
  }

  /** The row of a command in the table of keys. */
  row(command: string): Locator {
    return this.keys
      .getByRole('row')
      .filter({ has: this.#page.getByRole('rowheader', { name: command, exact: true }) });
  }

  change(command: string): Locator {
    return this.keys.getByRole('button', { name: `Change the key of: ${command}`, exact: true });
  }

  reset(command: string): Locator {
    return this.keys.getByRole('button', { name: `Reset the key of: ${command}`, exact: true });
  }

  /** Asks for another key of a command and presses it, by keyboard alone. */
  async press(command: string, key: string): Promise<void> {
    await this.change(command).focus();
    await this.#page.keyboard.press('Enter');
    await this.#page.keyboard.press(key);
  }
}
