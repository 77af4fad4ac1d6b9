import { expect, type Locator, type Page } from '@playwright/test';

/** The review: the queue of articles, and the screen of one. */
export class ReviewPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async openQueue(): Promise<void> {
    await this.#page.goto('#/review');
    await expect(this.#page.getByRole('heading', { name: 'Review', level: 1 })).toBeVisible();
  }

  /** The row of an article in the queue. */
  row(title: string): Locator {
    return this.#page.getByRole('row').filter({ hasText: title });
  }

  get article(): Locator {
    return this.#page.locator('article');
  }

  get card(): Locator {
    return this.#page.locator('[data-region="card"]');
  }

  /** What the card says of the group: kind, labels, place and state. */
  get heading(): Locator {
    return this.card.getByRole('heading');
  }

  get proposals(): Locator {
    return this.card.getByRole('list', { name: 'Proposals' }).getByRole('button');
  }

  get decisions(): Locator {
    return this.card.getByRole('list', { name: 'Decisions' });
  }

  get groups(): Locator {
    return this.#page.locator('[data-region="groups"]').getByRole('listitem');
  }

  get comment(): Locator {
    return this.card.getByLabel(/^Comment/);
  }

  /** The signs of the groups in the margin of the text. */
  get signs(): Locator {
    return this.article.locator('[data-sign]');
  }

  get dialog(): Locator {
    return this.#page.getByRole('dialog');
  }

  get notice(): Locator {
    return this.#page.locator('[data-notice]');
  }

  /** Every group as `words: label, why, state`, in the order of the list. */
  async listed(): Promise<readonly string[]> {
    return this.groups.getByRole('button').evaluateAll((rows) =>
      rows.map((row) => {
        const [words, tag] = row.querySelectorAll(':scope > span');
        return `${words?.textContent ?? ''}: ${tag?.textContent ?? ''}`;
      }),
    );
  }

  /** The proposal that Enter would take; empty where none is chosen. */
  async chosen(): Promise<string> {
    const chosen = this.card.locator('[aria-pressed="true"]').locator('span').first();
    return (await chosen.count()) === 0 ? '' : ((await chosen.textContent()) ?? '');
  }

  async expectSaved(): Promise<void> {
    await expect(this.#page.getByRole('status', { name: 'Saved', exact: true })).toBeVisible();
  }

  /** The spans of gold as the text shows them: the words of each, with its label’s tone. */
  async gold(): Promise<readonly string[]> {
    return this.article.locator('[data-text]').evaluate((text) => {
      const words = new Map<string, string>();
      for (const stroke of text.querySelectorAll<HTMLElement>('[data-span]')) {
        const key = stroke.dataset['span'] ?? '';
        words.set(key, (words.get(key) ?? '') + (stroke.textContent ?? ''));
      }
      return [...words.values()];
    });
  }
}
