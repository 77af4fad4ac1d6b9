import { expect, type Locator, type Page } from '@playwright/test';

/** The screen on which the text of an article is corrected. */
export class CorrectPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get field(): Locator {
    return this.#page.getByRole('textbox', { name: 'Text', exact: true });
  }

  /** One line on what the correction does. */
  get change(): Locator {
    return this.#page.getByRole('status', { name: 'What the correction does' });
  }

  /** Spans that need a decision, or have one. */
  get unplaced(): Locator {
    return this.#page.getByRole('list', { name: 'Spans without a place' }).locator('> li');
  }

  button(name: string): Locator {
    return this.#page.getByRole('button', { name, exact: true });
  }

  /** Selects words in the field by keys alone. */
  async select(words: string): Promise<void> {
    const text = await this.field.inputValue();
    const from = text.indexOf(words);
    if (from < 0) throw new Error(`“${words}” is not in the text`);
    await this.tabTo(this.field);
    await this.#page.keyboard.press('ControlOrMeta+Home');
    const before = charactersIn(text.slice(0, from));
    for (let step = 0; step < before; step += 1) await this.#page.keyboard.press('ArrowRight');
    const length = charactersIn(words);
    for (let step = 0; step < length; step += 1) await this.#page.keyboard.press('Shift+ArrowRight');
  }

  /** Goes on with Tab, or back with Shift+Tab, until the element has the focus. */
  async tabTo(element: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    for (let presses = 0; presses < 60; presses += 1) {
      if (await element.evaluate((one) => one === document.activeElement)) return;
      await this.#page.keyboard.press(key);
    }
    await expect(element).toBeFocused();
  }
}

/** How many times an arrow key is pressed to pass a text: once for an emoji of any length. */
function charactersIn(text: string): number {
  return [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)].length;
}
