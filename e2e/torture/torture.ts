import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Page } from 'playwright-core';
import { type KillableBrowser, startKillable } from '../killable-browser.ts';
import { annotateAtSpeed } from './annotate.ts';
import { type Chance, createChance } from './chance.ts';
import { checkLog, type Shown } from './check-log.ts';
import { countImported, type Library, readLibrary, readLog, watchSaved } from './in-page.ts';
import { makeImport, type MadeImport } from './made-import.ts';

export interface TortureOptions {
  readonly kills: number;
  readonly seed: number;
  /** Where the built app is served, with a slash at the end. */
  readonly address: string;
  /** Where profiles are put, and taken away again. */
  readonly folder: string;
  /** So many browsers are tortured at the same time, each on a profile of its own. */
  readonly lanes?: number;
  /** A browser is killed after at most so many states were shown as saved. */
  readonly most?: number;
  readonly tell: (line: string) => void;
}

/** What came out: `lost` and `torn` must be 0 and empty. */
export interface TortureFigures {
  kills: number;
  /** Edits that were shown as saved before a kill. */
  edits: number;
  /** States that were shown as saved and are not on the disk. */
  lost: number;
  importsKilled: number;
  importsWhole: number;
  importsAbsent: number;
  /** Sentences about what is on the disk by halves, or was said to be imported and is not. */
  readonly torn: string[];
}

/** The longest that one round may take, in milliseconds. */
const ROUND_LIMIT = 240_000;
/** A profile grows with what is imported: a new one each time after so many kills. */
const KILLS_OF_PROFILE = 50;
const MOST = 8;
/** A browser that is so slow is killed earlier, in milliseconds. */
const LONGEST = 20_000;
const SEED_ARTICLES = 14;
const IMPORTED_ARTICLES = 100;

/** What a killed browser has left to be looked for. */
type Left =
  | { readonly kind: 'edits'; readonly articleId: string; readonly shown: readonly Shown[] }
  | { readonly kind: 'import'; readonly made: MadeImport; readonly isShown: boolean };

/** Kills the browser again and again while it annotates or imports, and looks each time for what was shown as saved. */
export async function torture(options: TortureOptions): Promise<TortureFigures> {
  const { kills, seed, lanes = 1 } = options;
  const figures: TortureFigures = {
    kills: 0,
    edits: 0,
    lost: 0,
    importsKilled: 0,
    importsWhole: 0,
    importsAbsent: 0,
    torn: [],
  };
  const shares = Array.from({ length: lanes }, (_, lane) => Math.floor((kills + lane) / lanes));
  await Promise.all(
    shares.map((share, lane) =>
      tortureLane({ ...options, kills: share }, `${lane}`, figures, createChance(seed + lane)),
    ),
  );
  return figures;
}

/** One browser after the other, on a few profiles. */
async function tortureLane(
  options: TortureOptions,
  lane: string,
  figures: TortureFigures,
  chance: Chance,
): Promise<void> {
  for (let done = 0; done < options.kills; done += KILLS_OF_PROFILE) {
    const profile = join(options.folder, `profile-${lane}-${done}`);
    mkdirSync(profile, { recursive: true });
    const kills = Math.min(KILLS_OF_PROFILE, options.kills - done);
    await tortureProfile({ ...options, kills }, profile, figures, chance, `${lane}-${done}`);
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function tortureProfile(
  { kills, address, most = MOST, tell }: TortureOptions,
  profile: string,
  figures: TortureFigures,
  chance: Chance,
  id: string,
): Promise<void> {
  /** How long each article's log was when it was last looked at. */
  const lengths = new Map<string, number>();
  let library: Library | undefined;
  let left: Left | undefined;
  for (let round = 0; round <= kills; round += 1) {
    const shown: Shown[] = [];
    const browser = await startKillable(profile);
    await within(browser, async () => {
      await watchSaved(browser.page, (state) => shown.push(state));
      library ??= await begin(browser.page, address);
      if (left) await look(browser.page, address, library, left, lengths, figures);
    });
    if (round === kills) return browser.kill();
    const name = `${id}-${round}`;
    left = await within(browser, () =>
      // A quarter of all kills hit an import.
      chance.happens(0.25)
        ? importAndKill(browser, address, chance, name)
        : annotateAndKill(browser, address, library!, shown, chance, most),
    );
    figures.kills += 1;
    if (figures.kills % 10 === 0) tell(`${figures.kills} kills: ${figures.edits} edits, ${figures.lost} lost`);
  }
}

/** Opens the app for the first time: the samples come in, and the annotator gives a name. */
async function begin(page: Page, address: string): Promise<Library> {
  await page.goto(`${address}#/library`);
  await page.getByRole('table').getByRole('link').first().click();
  await page.getByRole('dialog').getByLabel('Your name').fill('Ada');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  for (;;) {
    const { articleIds, ...who } = await readLibrary(page);
    if (who.annotatorId !== '') return { ...who, articleIds: articleIds.slice(0, SEED_ARTICLES) };
    await pause(50);
  }
}

/** Annotates and kills the browser in the middle of it. */
async function annotateAndKill(
  { page, kill }: KillableBrowser,
  address: string,
  library: Library,
  shown: Shown[],
  chance: Chance,
  most: number,
): Promise<Left> {
  const articleId = library.articleIds[chance.between(0, library.articleIds.length - 1)]!;
  await page.goto(`${address}#/annotate/${articleId}`);
  await page.locator('[data-paragraph]').nth(chance.between(0, 3)).click();
  shown.length = 0;
  let isOver = false;
  const working = annotateAtSpeed(page, chance, {
    isOver: () => isOver,
    count: () => shown.at(-1)?.spans.length ?? 0,
  }).catch((error: unknown) => {
    if (!isOver) throw error;
  });
  const enough = chance.between(0, most);
  const end = Date.now() + LONGEST;
  while (shown.length < enough && Date.now() < end) await pause(5);
  await pause(chance.between(0, 60));
  isOver = true;
  // What arrived by now was shown before the kill.
  const before = [...shown];
  await kill();
  await working;
  return { kind: 'edits', articleId, shown: before };
}

async function importAndKill(
  { page, kill }: KillableBrowser,
  address: string,
  chance: Chance,
  name: string,
): Promise<Left> {
  const made = makeImport(`torture-${name}`, IMPORTED_ARTICLES);
  // A file chooser is caught from the first listener on, which takes a moment.
  page.on('filechooser', () => undefined);
  await page.goto(`${address}#/import`);
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files' }).click();
  const buffer = Buffer.from(made.json);
  await (await choosing).setFiles({ name: `${name}.json`, mimeType: 'application/json', buffer });
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  let isShown = false;
  const showing = page.getByText(/\d+ files? imported/).waitFor();
  const watching = showing.then(
    () => (isShown = true),
    () => false,
  );
  await Promise.race([watching, pause(chance.between(0, 400))]);
  const wasShown = isShown;
  await kill();
  await watching;
  return { kind: 'import', made, isShown: wasShown };
}

/** Looks for what the last browser has left. */
async function look(
  page: Page,
  address: string,
  library: Library,
  left: Left,
  lengths: Map<string, number>,
  figures: TortureFigures,
): Promise<void> {
  const { projectId, annotatorId } = library;
  if (left.kind === 'import') {
    await page.goto(`${address}#/library`);
    await page.getByRole('table').waitFor();
    figures.importsKilled += 1;
    const counts = await countImported(page, projectId, left.made.articleIds);
    if (counts.every((count) => count === IMPORTED_ARTICLES)) figures.importsWhole += 1;
    else if (counts.every((count) => count === 0) && !left.isShown) figures.importsAbsent += 1;
    else figures.torn.push(`kill ${figures.kills}: an import has ${counts.join(', ')} rows`);
    return;
  }
  const { articleId, shown } = left;
  await page.goto(`${address}#/annotate/${articleId}`);
  await opened(page);
  const log = await readLog(page, [projectId, articleId, annotatorId]);
  const { edits, lost, torn, length } = checkLog(log, shown, lengths.get(articleId) ?? 0);
  lengths.set(articleId, length);
  figures.edits += edits;
  figures.lost += lost;
  figures.torn.push(...torn.map((sentence) => `kill ${figures.kills}: ${sentence}`));
  // The app itself must show what its log gives.
  const count = log.head?.spanCount ?? 0;
  const heading = page.locator('#spans-heading', { hasText: new RegExp(`· ${count}$`) });
  await heading.waitFor({ timeout: 30_000 }).catch(() => {
    figures.torn.push(`kill ${figures.kills}: the app does not show the ${count} spans of its log`);
  });
}

/** Waits for the text of an article; where it does not come, the error says what is there in its place. */
async function opened(page: Page): Promise<void> {
  try {
    await page.locator('[data-paragraph]').first().waitFor();
  } catch (error) {
    const shown = await page.locator('body').innerText({ timeout: 10_000 });
    throw new Error(`An article was not opened. The page shows: “${shown}”`, { cause: error });
  }
}

/** Ends the browser where the job fails or hangs. */
async function within<Result>({ kill }: KillableBrowser, job: () => Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`A round took more than ${ROUND_LIMIT / 1000} s.`));
    }, ROUND_LIMIT);
  });
  try {
    return await Promise.race([job(), late]);
  } catch (error) {
    await kill();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
