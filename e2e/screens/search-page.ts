import { expect, type Locator, type Page } from '@playwright/test';

/** The search screen. */
export class SearchPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async open(): Promise<void> {
    await this.#page.goto('#/search');
    await this.expectReady();
  }

  /** Everything is read, and the field waits for words. */
  async expectReady(): Promise<void> {
    await expect(this.field).toBeFocused();
    await expect(this.#page.getByRole('progressbar', { name: 'Reading the articles' })).toBeHidden();
  }

  get field(): Locator {
    return this.#page.getByRole('searchbox', { name: 'Search texts, spans and notes' });
  }

  filter(name: string): Locator {
    return this.#page.getByRole('combobox', { name, exact: true });
  }

  ready(name: string | RegExp): Locator {
    return this.#page.getByRole('group', { name: 'Ready queries' }).getByRole('button', { name });
  }

  get results(): Locator {
    return this.#page.getByRole('region', { name: 'Results' });
  }

  get hits(): Locator {
    return this.results.getByRole('listitem').getByRole('link');
  }

  /** Waits for the answer to the query in the field, and for what it counts. */
  async expectCount(words: string): Promise<void> {
    await expect(this.results).toHaveAttribute('aria-busy', 'false');
    await expect(this.results.getByRole('status')).toHaveText(words);
  }

  /** What is marked in each hit. */
  async marked(): Promise<readonly string[]> {
    return this.hits.evaluateAll((links) =>
      links.map((link) => [...link.querySelectorAll('mark')].map((mark) => mark.textContent).join(' | ')),
    );
  }
}
