import { type Page } from '@playwright/test';

/** What a page has to have, each with whether it has it. */
export async function pageChecks(page: Page): Promise<ReadonlyMap<string, boolean>> {
  const found = await page.evaluate(() => {
    // It runs in the page, which has nothing else of this file.
    // oxlint-disable-next-line unicorn/consistent-function-scoping
    const meta = (selector: string): string => document.head.querySelector(selector)?.getAttribute('content') ?? '';
    const navigation = performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming;
    return {
      'doctype html': document.doctype?.name === 'html' && document.compatMode === 'CSS1Compat',
      'charset utf-8': document.characterSet === 'UTF-8' && document.head.querySelector('meta[charset]') !== null,
      'a title': document.title !== '',
      'a description': meta('meta[name="description"]') !== '',
      'a language': document.documentElement.lang !== '',
      'a viewport that can be zoomed': /width=device-width/.test(meta('meta[name="viewport"]')),
      'zoom is not forbidden': !/user-scalable=no|maximum-scale/.test(meta('meta[name="viewport"]')),
      'a content security policy': /script-src|default-src/.test(meta('meta[http-equiv="Content-Security-Policy"]')),
      'a manifest': document.head.querySelector('link[rel="manifest"]') !== null,
      'no redirect': navigation.redirectCount === 0,
    };
  });
  return new Map(Object.entries(found));
}

/** Pictures that are drawn wider or higher than they are, by more than a twentieth. */
export async function stretchedPictures(page: Page): Promise<number> {
  return page.evaluate(() => {
    return [...document.images].filter(({ naturalWidth, naturalHeight, width, height }) => {
      if (naturalWidth * naturalHeight * width * height === 0) return false;
      return Math.abs(naturalWidth / naturalHeight / (width / height) - 1) > 0.05;
    }).length;
  });
}

/** True where the page has to be scrolled sideways in a window of 320 CSS pixels, as at 400 % zoom. */
export async function scrollsSideways(page: Page): Promise<boolean> {
  const before = page.viewportSize()!;
  await page.setViewportSize({ width: 320, height: 568 });
  const isWide = await page.evaluate(async () => {
    // What is drawn over the text is measured anew once the window has its size.
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    return document.documentElement.scrollWidth > innerWidth;
  });
  await page.setViewportSize(before);
  return isWide;
}

/** Has the page note how it is drawn from the start: see `loadOf`. */
export async function watchDrawing(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const drawing = { largest: 0, shift: 0 };
    Object.assign(globalThis, { drawing });
    new PerformanceObserver((list) => {
      for (const { startTime } of list.getEntries()) drawing.largest = startTime;
    }).observe({ type: 'largest-contentful-paint', buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) drawing.shift += (entry as unknown as { readonly value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** What the first load took: requests, bytes as they were sent, the time of the largest drawing in ms, how much was shifted. */
export async function loadOf(page: Page) {
  return page.evaluate(() => {
    const loaded = performance
      .getEntriesByType('resource')
      .filter((entry) => entry instanceof PerformanceResourceTiming);
    const { largest, shift } = (globalThis as unknown as { drawing: { largest: number; shift: number } }).drawing;
    const bytes = loaded.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
    return { requests: loaded.length, bytes, largest: Math.round(largest), shift };
  });
}

/** Whether the page is kept when it is left, and back at once; else the reasons that the browser gives. */
export async function wayBack(page: Page): Promise<string> {
  await page.evaluate(() => {
    document.documentElement.dataset['kept'] = 'yes';
  });
  await page.goto('manifest.webmanifest');
  await page.goBack();
  return page.evaluate(() => {
    if (document.documentElement.dataset['kept'] === 'yes') return 'kept';
    const [navigation] = performance.getEntriesByType('navigation') as unknown as readonly {
      readonly notRestoredReasons: { readonly reasons: readonly { readonly reason: string }[] } | null;
    }[];
    const reasons = navigation?.notRestoredReasons?.reasons.map(({ reason }) => reason) ?? [];
    return `not kept${reasons.length > 0 ? `: ${reasons.join(', ')}` : ''}`;
  });
}
