/** The longest that a job waits for a page that is never idle, in milliseconds. */
const LONGEST_MS = 15_000;
/** How long a job waits where the browser does not tell when it is idle, in milliseconds. */
const PAUSE_MS = 1_000;

/** Runs a job once the page has nothing else to do, or after 15 seconds without such a moment. */
export function whenIdle(job: () => void): void {
  if (typeof requestIdleCallback === 'undefined') setTimeout(job, PAUSE_MS);
  else requestIdleCallback(job, { timeout: LONGEST_MS });
}
