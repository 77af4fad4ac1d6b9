import { type ReadInputs } from './read-inputs.ts';

/** Writes on the standard error output. */
export function complain(text: string): void {
  process.stderr.write(text);
}

/** A line for each problem with what was read, and for each span that has no place. */
export function complainOfInputs({ problems, orphans }: Pick<ReadInputs, 'problems' | 'orphans'>): void {
  for (const { input, place, message } of problems) complain(`${input}: ${place}: ${message}\n`);
  for (const { place, span, label, why } of orphans) {
    complain(`${place}: the span “${span}” (${label}) ${why}: left out\n`);
  }
}
