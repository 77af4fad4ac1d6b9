import { expect, type Locator, type Page } from '@playwright/test';

/** The annotate screen. Positions in the text are given by the words that stand there. */
export class AnnotatePage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get article(): Locator {
    return this.#page.locator('article');
  }

  get spans(): Locator {
    return this.#page.getByRole('list', { name: 'Spans', exact: true }).getByRole('listitem');
  }

  /** Where the end of a link is typed. */
  get linkField(): Locator {
    return this.#page.getByRole('combobox', { name: /words of the text$/ });
  }

  get notice(): Locator {
    return this.#page.locator('[data-notice]');
  }

  /** Answers the question for the annotator's name, which comes with the first article. */
  async giveName(name: string): Promise<void> {
    await this.#page.getByRole('dialog').getByLabel('Your name').fill(name);
    await this.#page.keyboard.press('Enter');
    await expect(this.#page.getByRole('dialog')).toBeHidden();
  }

  /** An article in the list beside the text. */
  articleLink(title: string): Locator {
    return this.#page.getByRole('navigation', { name: 'Articles' }).getByRole('link', { name: title });
  }

  label(name: string): Locator {
    return this.#page.getByRole('toolbar', { name: 'Labels' }).getByRole('button', { name, exact: true });
  }

  button(name: string): Locator {
    return this.#page.getByRole('button', { name, exact: true });
  }

  async expectSaved(): Promise<void> {
    await expect(this.#page.getByRole('status', { name: 'Saved', exact: true })).toBeVisible();
  }

  /** Takes back all that was done and puts the caret at the beginning of the text. */
  async beginAnew(): Promise<void> {
    await this.takeBackAll();
    await this.article.focus();
    await this.#page.keyboard.press('Control+Home');
  }

  /** Undoes whatever can be undone, and waits until no span is left. */
  async takeBackAll(): Promise<void> {
    await expect(this.button('Undo')).toBeEnabled();
    while (await this.button('Undo').isEnabled()) await this.#page.keyboard.press('Control+z');
    await expect(this.spans).toHaveCount(0);
  }

  /** Every span as `Label: text`, in the order of the list. */
  async listed(): Promise<readonly string[]> {
    return this.spans.getByRole('button').evaluateAll((items) =>
      items.map((item) => {
        const [quote, tag] = item.querySelectorAll(':scope > span');
        const label = [...(tag?.childNodes ?? [])].find((node) => node instanceof Text);
        return `${label?.textContent ?? ''}: ${quote?.textContent ?? ''}`;
      }),
    );
  }

  /**
   * Where words stand on the screen, once they are scrolled there: the place between their characters number `at - 1` and
   * `at`.
   */
  async pointAt(words: string, at: number, mayScroll = true): Promise<{ x: number; y: number }> {
    if (mayScroll) await expect.poll(() => this.text()).toContain(words);
    return this.#page.evaluate(
      ([wanted, offset, scrolls]) => {
        for (const paragraph of document.querySelectorAll('[data-paragraph]')) {
          const from = (paragraph.textContent ?? '').indexOf(wanted);
          if (from < 0) continue;
          if (scrolls) paragraph.scrollIntoView({ block: 'center' });
          const range = document.createRange();
          const texts = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
          // The box of the character before the place, or of the first one.
          let left = Math.max(0, from + offset - 1);
          let node = texts.nextNode() as Text;
          while (left >= node.length) {
            left -= node.length;
            node = texts.nextNode() as Text;
          }
          range.setStart(node, left);
          range.setEnd(node, left + 1);
          const box = range.getBoundingClientRect();
          return { x: from + offset === 0 ? box.left : box.right, y: box.top + box.height / 2 };
        }
        throw new Error(`“${wanted}” is not in the text`);
      },
      [words, at, mayScroll] as const,
    );
  }

  /** Clicks in the middle of the words. */
  async clickOn(words: string): Promise<void> {
    const { x, y } = await this.pointAt(words, Math.floor(words.length / 2));
    await this.#page.mouse.click(x, y);
  }

  /** Drags over the words, from their start to their end. */
  async selectWords(words: string): Promise<void> {
    await this.selectBetween([words, 0], [words, words.length]);
  }

  /** Drags from a place to another, each given by words and a place in them; both must fit on the screen. */
  async selectBetween(from: readonly [string, number], to: readonly [string, number]): Promise<void> {
    await this.pointAt(...from);
    const start = await this.pointAt(...from, false);
    const end = await this.pointAt(...to, false);
    await this.#page.mouse.move(start.x + 1, start.y);
    await this.#page.mouse.down();
    await this.#page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2);
    await this.#page.mouse.move(end.x, end.y);
    await this.#page.mouse.up();
  }

  /** The text as the page shows it once it does, paragraphs joined by line ends. */
  async text(): Promise<string> {
    const shown = this.#page.locator('[data-paragraph]');
    await shown.first().waitFor({ state: 'attached' });
    const paragraphs = await shown.evaluateAll((all) => all.map((one) => one.textContent ?? ''));
    return paragraphs.join('\n');
  }

  /** Where the caret is, as an offset of the article's text. */
  async caret(): Promise<number> {
    return this.#page.evaluate(() => {
      const selection = document.getSelection();
      let before = 0;
      for (const paragraph of document.querySelectorAll('[data-paragraph]')) {
        if (selection?.focusNode && paragraph.contains(selection.focusNode)) {
          const range = document.createRange();
          range.selectNodeContents(paragraph);
          range.setEnd(selection.focusNode, selection.focusOffset);
          return before + range.toString().length;
        }
        before += (paragraph.textContent ?? '').length + 1;
      }
      throw new Error('the caret is not in the text');
    });
  }

  /**
   * Moves the caret into the words by keys alone, as somebody would who sees where it is: by sentences while that does not
   * go past them, then by words. `after` says from where on to look for them.
   */
  async walkTo(words: string, after = ''): Promise<void> {
    // The article may still be on its way to the page.
    await expect.poll(() => this.text()).toContain(words);
    const text = await this.text();
    const from = text.indexOf(words, after === '' ? 0 : text.indexOf(after));
    if (from < 0) throw new Error(`“${words}” is not in the text`);
    const isPast = (offset: number): boolean => offset > from + words.length;
    while (isPast(await this.caret())) await this.#page.keyboard.press(',');
    for (let last = -1, at = await this.caret(); !isPast(at) && at !== last;) {
      last = at;
      await this.#page.keyboard.press('.');
      at = await this.caret();
    }
    while (isPast(await this.caret())) await this.#page.keyboard.press(',');
    while ((await this.caret()) <= from) await this.#page.keyboard.press('ArrowRight');
    expect(isPast(await this.caret())).toBe(false);
  }
}
