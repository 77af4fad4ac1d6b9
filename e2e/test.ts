import { test as base, expect, type Page } from '@playwright/test';
import { AgreementPage } from './screens/agreement-page.ts';
import { AnnotatePage } from './screens/annotate-page.ts';
import { ExportPage } from './screens/export-page.ts';
import { FeedbackPage } from './screens/feedback-page.ts';
import { GuidelinesPage } from './screens/guidelines-page.ts';
import { HistoryPage } from './screens/history-page.ts';
import { ImportPage } from './screens/import-page.ts';
import { LabelsPage } from './screens/labels-page.ts';
import { LibraryPage } from './screens/library-page.ts';
import { ProjectsPage } from './screens/projects-page.ts';
import { ReviewPage } from './screens/review-page.ts';
import { SearchPage } from './screens/search-page.ts';
import { SharePage } from './screens/share-page.ts';
import { StatisticsPage } from './screens/statistics-page.ts';
import { ThreadsPanel } from './screens/threads-panel.ts';
import { TrashPage } from './screens/trash-page.ts';
import { violationsIn } from './violations.ts';

interface Screens {
  readonly library: LibraryPage;
  readonly agreement: AgreementPage;
  readonly annotate: AnnotatePage;
  readonly importing: ImportPage;
  readonly exporting: ExportPage;
  readonly guidelines: GuidelinesPage;
  readonly projects: ProjectsPage;
  readonly reviewing: ReviewPage;
  readonly searching: SearchPage;
  readonly statistics: StatisticsPage;
  readonly labels: LabelsPage;
  readonly feedback: FeedbackPage;
  readonly sharing: SharePage;
  readonly threads: ThreadsPanel;
  readonly trash: TrashPage;
  readonly history: HistoryPage;
  /** Where requests may go: the app's own origin, and those of servers that a test starts. */
  readonly ownOrigins: Set<string>;
  /**
   * True for a journey with the service worker. Without it each first visit is spared fetching the whole app: with it all
   * journeys together take a quarter longer.
   */
  readonly worksOffline: boolean;
  readonly watched: void;
}

/**
 * The only door for journeys: a fresh browser context with an empty database, page objects, and a watch that fails the
 * test on any console message, page error, policy violation or request to another host.
 */
export const test = base.extend<Screens>({
  library: async ({ page }, give) => give(new LibraryPage(page)),
  agreement: async ({ page }, give) => give(new AgreementPage(page)),
  annotate: async ({ page }, give) => give(new AnnotatePage(page)),
  importing: async ({ page }, give) => give(new ImportPage(page)),
  exporting: async ({ page }, give) => give(new ExportPage(page)),
  guidelines: async ({ page }, give) => give(new GuidelinesPage(page)),
  projects: async ({ page }, give) => give(new ProjectsPage(page)),
  reviewing: async ({ page }, give) => give(new ReviewPage(page)),
  searching: async ({ page }, give) => give(new SearchPage(page)),
  statistics: async ({ page }, give) => give(new StatisticsPage(page)),
  labels: async ({ page }, give) => give(new LabelsPage(page)),
  feedback: async ({ page }, give) => give(new FeedbackPage(page)),
  sharing: async ({ page }, give) => give(new SharePage(page)),
  threads: async ({ page }, give) => give(new ThreadsPanel(page)),
  trash: async ({ page }, give) => give(new TrashPage(page)),
  history: async ({ page }, give) => give(new HistoryPage(page)),
  ownOrigins: async ({ baseURL }, give) => give(new Set([new URL(baseURL!).origin])),
  worksOffline: [false, { option: true }],
  watched: [
    async ({ context, ownOrigins, worksOffline }, give) => {
      if (!worksOffline) {
        await context.addInitScript(() => void Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'));
      }
      // A file chooser is caught from the first listener on, which takes a moment: it has to be there before a key opens one.
      context.on('page', (page) => page.on('filechooser', () => undefined));
      const complaints: string[] = [];
      context.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) complaints.push(`${message.type()}: ${message.text()}`);
      });
      context.on('weberror', (error) => complaints.push(`page error: ${String(error.error())}`));
      context.on('request', (request) => {
        const url = new URL(request.url());
        const isOwn = ownOrigins.has(url.origin) || ['blob:', 'data:'].includes(url.protocol);
        if (!isOwn) complaints.push(`request to another host: ${request.url()}`);
      });
      await give();
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

/**
 * Runs axe over the page as it stands, in light and in dark, and fails with what it found, rule by rule. Only colours differ
 * between the two, so the rules about them alone are asked again in dark. Leaves the page in light.
 */
export async function expectNoViolations(page: Page): Promise<void> {
  // Most screens are loaded when they are first gone to.
  await expect(page.locator('#main')).toBeVisible();
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await violationsIn(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await violationsIn(page, 'colours');
  await page.emulateMedia({ colorScheme: 'light' });
  expect({ light, dark }).toEqual({ light: [], dark: [] });
}

export { expect } from '@playwright/test';
