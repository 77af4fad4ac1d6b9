import { type CDPSession, type Page } from '@playwright/test';

/** A place in the window. */
interface Point {
  readonly x: number;
  readonly y: number;
}

/** How long a finger rests before it lets go, in milliseconds. */
const REST_MS = 120;

/** A finger that drags: Playwright's own only taps. */
export class Finger {
  readonly #page: Page;
  #session: CDPSession | undefined;

  constructor(page: Page) {
    this.#page = page;
  }

  async tap({ x, y }: Point): Promise<void> {
    await this.#page.touchscreen.tap(x, y);
  }

  /** Drags from a place to another, and rests there until `rested` is through before it lets go. */
  async drag(from: Point, to: Point, rested: () => Promise<void> = async () => {}): Promise<void> {
    await this.#send('touchStart', from);
    for (let step = 1; step <= 6; step += 1) {
      const part = step / 6;
      await this.#send('touchMove', { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part });
    }
    await rested();
    // A finger that aims comes to rest before it lets go. Without that it flings, and the next tap does nothing but end that.
    await this.#page.waitForTimeout(REST_MS);
    await this.#send('touchMove', to);
    await this.#send('touchEnd');
  }

  async #send(type: 'touchStart' | 'touchMove' | 'touchEnd', at?: Point): Promise<void> {
    this.#session ??= await this.#page.context().newCDPSession(this.#page);
    await this.#session.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [at] : [] });
  }
}
