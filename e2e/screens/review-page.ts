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

  /** The title of the open article. */
  get title(): Locator {
    return this.#page.getByRole('heading', { level: 1 });
  }

  get article(): Locator {
    return this.#page.locator('article');
  }

  get card(): Locator {
    return this.#page.locator('[data-region="card"]');
  }

  get proposals(): Locator {
    return this.card.getByRole('list', { name: 'Proposals' }).getByRole('button');
  }

  get groups(): Locator {
    return this.#page.locator('[data-region="groups"]').getByRole('listitem');
  }

  get comment(): Locator {
    return this.card.getByLabel(/^Comment/);
  }

  /** While a proposal is changed: where its next link goes. */
  get linkField(): Locator {
    return this.card.getByRole('combobox', { name: /words of what it goes to$/ });
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

  async expectSaved(): Promise<void> {
    await expect(this.#page.getByRole('status', { name: 'Saved', exact: true })).toBeVisible();
  }
}
