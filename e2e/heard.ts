import { type Page } from '@playwright/test';

/**
 * Has the page note what its live regions say from now on. The function gives it, each as often as it was said: what comes
 * into a region that is there, and alerts.
 */
export async function listenTo(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const heard: string[] = [];
    globalThis.heard = heard;
    // It runs in the page, which has nothing else of this file.
    // oxlint-disable-next-line unicorn/consistent-function-scoping
    const regionOf = (node: Node): Element | null => {
      const element = node instanceof Element ? node : node.parentElement;
      const region = element?.closest('[aria-live], [role="status"], [role="alert"], [role="log"]') ?? null;
      return region?.getAttribute('aria-live') === 'off' ? null : region;
    };
    new MutationObserver((mutations) => {
      // In one go: a region with several new parts is read out once.
      const changed = new Set<Element>();
      for (const { type, target, addedNodes } of mutations) {
        const regions = type === 'characterData' ? [regionOf(target)] : [...addedNodes].map(regionOf);
        for (const region of regions) if (region) changed.add(region);
      }
      for (const { isConnected, textContent } of changed) {
        if (isConnected && textContent !== '') heard.push(textContent);
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  return () => page.evaluate(() => globalThis.heard);
}

declare global {
  // What was said since it was asked for.
  var heard: string[];
}
