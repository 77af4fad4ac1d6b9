import { type PackingSolver } from '#core/agreement/hard-packing.ts';
import { type PackingChoice } from '#core/agreement/packing-prices.ts';
import { solve } from 'yalps';

/** So long one program may take, and all that a solver is given together, in milliseconds. */
const [MOST_EACH, MOST_TOGETHER] = [10_000, 60_000];

/** With more choices, the first table alone takes longer than all may take. */
const MOST_CHOICES = 8000;

/**
 * A solver of packings as 0/1 programs: one variable for each choice, and for each thing that it is in one choice at most.
 * `clock` gives milliseconds. Once its time is over the solver solves nothing more.
 */
export function createPackingSolver(clock: () => number): PackingSolver {
  let spent = 0;
  return (choices) => {
    const timeout = Math.min(MOST_EACH, MOST_TOGETHER - spent);
    if (timeout <= 0 || choices.length > MOST_CHOICES) return undefined;
    const started = clock();
    const chosen = solveProgram(choices, timeout);
    spent += clock() - started;
    return chosen && { chosen, worth: chosen.reduce((sum, { worth }) => sum + worth, 0) };
  };
}

function solveProgram(choices: readonly PackingChoice[], timeout: number): readonly PackingChoice[] | undefined {
  const things = new Set(choices.flatMap(({ members }) => members));
  const { status, variables } = solve(
    {
      direction: 'maximize',
      objective: 'worth',
      constraints: [...things].map((thing) => [`${thing}`, { max: 1 }]),
      variables: choices.map(({ members, worth }, place) => [
        place,
        [['worth', worth], ...members.map((member): [string, number] => [`${member}`, 1])],
      ]),
      integers: true,
    },
    { timeout, maxIterations: Number.POSITIVE_INFINITY },
  );
  if (status !== 'optimal') return undefined;
  return variables.filter(([, share]) => share > 0.5).map(([place]) => choices[place]!);
}
