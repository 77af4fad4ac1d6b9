/** What the pages of the bench measure with. Runs in the page; times are in milliseconds. */

export const pause = (time) =>
  new Promise((resolve) => {
    setTimeout(resolve, time);
  });

export const nextFrame = () => new Promise(requestAnimationFrame);

/** Until the next frame has been produced: the task after its requestAnimationFrame. */
export async function painted() {
  await nextFrame();
  await new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(0);
  });
}

/** The middle one, the upper of the two where there is no middle. */
export function median(values) {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}

/** Watches tasks of the main thread that take 50 ms or more; 0 where there was none. */
export function longestTask() {
  let longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  }).observe({ entryTypes: ['longtask'] });
  return {
    longest: () => longest,
    forget: () => {
      longest = 0;
    },
  };
}

/** The element that scrolls: the one with the most to scroll. */
export function scroller() {
  const room = (element) => element.scrollHeight - element.clientHeight;
  let best = document.scrollingElement;
  for (const element of [...document.querySelectorAll('div, section, main')].slice(0, 400)) {
    if (room(element) > room(best) && /auto|scroll/.test(getComputedStyle(element).overflowY)) best = element;
  }
  return best;
}

/** How long each frame took while something was scrolled; ends early after three seconds. */
export async function scrolled(element, frames, placeOf) {
  const times = [];
  const end = performance.now() + 3000;
  let last = await nextFrame();
  for (let i = 0; i < frames && last < end; i += 1) {
    element.scrollTop = placeOf(i);
    const now = await nextFrame();
    times.push(now - last);
    last = now;
  }
  return times;
}

/** Of the times of frames: the median, the longest, how many there are and how many took more than 50 ms. */
export function summary(times) {
  return {
    median: median(times),
    longest: Math.max(...times),
    frames: times.length,
    over50: times.filter((time) => time > 50).length,
  };
}
