import { annotatedTram, TRAM_TITLE } from './review-project.ts';
import { ANNOTATORS } from './review-script.ts';
import { type ImportPage } from './screens/import-page.ts';
import { type ReviewPage } from './screens/review-page.ts';
import { expect } from './test.ts';

/** Takes up what the three annotators have made of the tram. */
export async function importTram(importing: ImportPage): Promise<void> {
  await importing.choose(...ANNOTATORS.map((name) => annotatedTram(name)));
  await importing.import();
}

/** Goes by the queue to the review of the tram, and waits for its groups. */
export async function openTram(reviewing: ReviewPage): Promise<void> {
  await reviewing.openQueue();
  await reviewing.row(TRAM_TITLE).getByRole('link').click();
  await expectTram(reviewing);
}

/** The review of the tram is open, with all of its groups. */
export async function expectTram(reviewing: ReviewPage): Promise<void> {
  await expect(reviewing.groups).toHaveCount(12);
  // A name is asked for with the first article that is annotated, not with a review.
  await expect(reviewing.dialog).toHaveCount(0);
}
