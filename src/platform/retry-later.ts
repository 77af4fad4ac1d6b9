/** So long is waited before the disk is tried again, in milliseconds: a person hardly waits longer, and a full disk is not pestered. */
const PAUSE_MS = 4_000;

/** Runs a job after four seconds. */
export function retryLater(job: () => void): void {
  setTimeout(job, PAUSE_MS);
}
