import { expect, type Locator, type Page } from '@playwright/test';

/** The rescue screen, which stands alone. */
export class RescuePage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Goes there by the message that the app shows on every screen, or in its place where it cannot start. */
  async openFromMessage(): Promise<void> {
    await this.#page.getByRole('link', { name: /^See (what is missing|the copies)$/ }).click();
    await expect(this.mirror).toBeVisible();
  }

  get mirror(): Locator {
    return this.#page.getByRole('region', { name: 'The second copy', exact: true });
  }

  get status(): Locator {
    return this.#page.getByRole('status');
  }

  async restore(): Promise<void> {
    await this.mirror.getByRole('button', { name: 'Restore what is missing' }).click();
    await expect(this.status).toContainText('Restored:');
    await expect(this.status).toBeFocused();
  }

  async leave(): Promise<void> {
    await this.#page.getByRole('link', { name: 'Open Spanmark' }).click();
  }
}
