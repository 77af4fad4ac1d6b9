import { cdp } from 'vitest/browser';
import { type Point } from './text-stage.tsx';

/** Keys held while the mouse works, as Chromium's protocol counts them. */
export const KEY = { none: 0, alt: 1, ctrl: 2, meta: 4, shift: 8 } as const;

type MouseEventType = 'mouseMoved' | 'mousePressed' | 'mouseReleased';

/** The part of Chromium's protocol that tests use. */
interface Session {
  readonly send: (
    method: 'Input.dispatchMouseEvent' | 'Emulation.setEmulatedMedia',
    parameters: object,
  ) => Promise<unknown>;
}

/** Presses and releases the real mouse; `count` is 2 for a double and 3 for a triple click. For tests only. */
export async function clickMouse(at: Point, count = 1, keys: number = KEY.none): Promise<void> {
  await send('mouseMoved', at, 0, KEY.none);
  for (let click = 1; click <= count; click += 1) {
    await send('mousePressed', at, click, keys);
    await send('mouseReleased', at, click, keys);
  }
}

/** Presses and releases the right button. */
export async function rightClickMouse(at: Point): Promise<void> {
  await send('mouseMoved', at, 0, KEY.none);
  await send('mousePressed', at, 1, KEY.none, 'right');
  await send('mouseReleased', at, 1, KEY.none, 'right');
}

/** Drags the real mouse over all the points. */
export async function dragMouse(points: readonly Point[], keys: number = KEY.none): Promise<void> {
  await pressMouse(points[0]!, keys);
  for (const point of points.slice(1)) await moveMouse(point, keys);
  await releaseMouse(points.at(-1)!, keys);
}

export async function pressMouse(at: Point, keys: number = KEY.none): Promise<void> {
  await send('mouseMoved', at, 0, KEY.none);
  await send('mousePressed', at, 1, keys);
}

/** Moves the mouse with its button held. */
export async function moveMouse(to: Point, keys: number = KEY.none): Promise<void> {
  await send('mouseMoved', to, 1, keys);
}

export async function releaseMouse(at: Point, keys: number = KEY.none): Promise<void> {
  await send('mouseReleased', at, 1, keys);
}

async function send(
  type: MouseEventType,
  { x, y }: Point,
  clickCount: number,
  modifiers: number,
  pressed: 'left' | 'right' = 'left',
): Promise<void> {
  const isHeld = type === 'mousePressed' || (type === 'mouseMoved' && clickCount > 0);
  await session().send('Input.dispatchMouseEvent', {
    type,
    x,
    y,
    modifiers,
    button: type === 'mouseMoved' && !isHeld ? 'none' : pressed,
    buttons: isHeld ? (pressed === 'left' ? 1 : 2) : 0,
    clickCount: type === 'mouseMoved' ? 0 : clickCount,
  });
}

/** Shows the page as to a user whose own colours take the place of ours, until it is called with `none`. */
export async function emulateForcedColors(value: 'active' | 'none'): Promise<void> {
  await session().send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value }] });
}

function session(): Session {
  return cdp() as unknown as Session;
}
