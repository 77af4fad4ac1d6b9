import { type PackingSolver } from '#core/agreement/hard-packing.ts';
import { type ReportProgress, type Work } from '#core/agreement/progress.ts';

/**
 * Does all of the work, and gives it a solver of integer programs when it asks for one, which is loaded only then; where that
 * cannot be loaded the work goes on without. `tell` hears how far it is.
 */
export async function finishWithHelp<Result>(
  work: Work<Result>,
  tell: (progress: ReportProgress) => void = () => undefined,
): Promise<Result> {
  let solver: PackingSolver | undefined;
  let next = work.next();
  while (!next.done) {
    tell(next.value);
    if (next.value.wantsSolver) solver ??= await loadSolver();
    next = work.next(solver);
  }
  return next.value;
}

async function loadSolver(): Promise<PackingSolver | undefined> {
  try {
    const { createPackingSolver } = await import('./integer-program.ts');
    return createPackingSolver(() => performance.now());
  } catch {
    return undefined;
  }
}
