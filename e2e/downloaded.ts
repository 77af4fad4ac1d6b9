import { readFile } from 'node:fs/promises';
import { type Download, type Locator } from '@playwright/test';

/** Presses a button that saves a file, and waits for the file. */
export async function downloadedBy(button: Locator): Promise<Download> {
  const [download] = await Promise.all([button.page().waitForEvent('download'), button.click()]);
  return download;
}

/** Presses a button that saves a bundle: how many spans each of its layers has. */
export async function spansDownloadedBy(button: Locator): Promise<readonly number[]> {
  return spansOfLayers(await downloadedBy(button));
}

/** How many spans each layer of a downloaded bundle has. */
export async function spansOfLayers(download: Download): Promise<readonly number[]> {
  const bundle = JSON.parse(await readFile(await download.path(), 'utf8')) as {
    readonly layers: readonly { readonly spans: readonly unknown[] }[];
  };
  return bundle.layers.map(({ spans }) => spans.length);
}
