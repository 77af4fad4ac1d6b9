import { type Locator, type Page } from '@playwright/test';

/** Threads as they are drawn on any screen. */
export class ThreadsPanel {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** A thread by any words in it. */
  thread(words: string): Locator {
    return this.#page.locator('[data-thread]').filter({ hasText: words });
  }

  reply(words: string): Locator {
    return this.thread(words).getByRole('textbox', { name: 'Reply' });
  }

  async answer(words: string, text: string): Promise<void> {
    await this.reply(words).fill(text);
    await this.thread(words).getByRole('button', { name: 'Send' }).click();
  }

  newThread(on: string): Locator {
    return this.#page.getByRole('textbox', { name: `New thread on ${on}` });
  }
}
