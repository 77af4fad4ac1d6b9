import { expect, type Locator, type Page } from '@playwright/test';

/** The feedback screen: which articles there is feedback on, and one of them with what became of each span. */
export class FeedbackPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async open(): Promise<void> {
    await this.#page.goto('#/feedback');
    await expect(this.#page.getByRole('heading', { name: 'Feedback', level: 1 })).toBeVisible();
  }

  get articles(): Locator {
    return this.#page.getByRole('list', { name: 'Articles with feedback' }).locator('> li');
  }

  async openArticle(title: string): Promise<void> {
    await this.articles.getByRole('link', { name: title }).click();
    await expect(this.#page.getByRole('document', { name: title })).toBeVisible();
  }

  /** Every span that is listed, one item each. */
  get entries(): Locator {
    return this.#page.getByRole('list', { name: 'Your spans and gold' }).getByRole('listitem');
  }

  entry(words: string): Locator {
    return this.entries.getByRole('button').filter({ hasText: words });
  }

  /** What is looked at. */
  card(outcome: string): Locator {
    return this.#page.getByRole('region', { name: outcome, exact: true });
  }

  get place(): Locator {
    return this.#page.getByRole('status').filter({ hasText: / of \d+: |to look at/ });
  }

  get show(): Locator {
    return this.#page.getByRole('combobox', { name: 'Show' });
  }
}
