import { SAMPLE_ANNOTATORS, SAMPLE_NOTATION } from '../src/state/sample/sample-notation.ts';

/** Who annotates: those of the sample project. */
export const ANNOTATORS = SAMPLE_ANNOTATORS;

/**
 * One thing in a text: what each of the three says about it, in the order of ANNOTATORS, with which keys the reviewer settles
 * it, and what gold gets. Without keys it is unanimous and goes in with all that are. A span is `label: words`, with a value
 * behind a bar where there is one; several of one annotator are joined by ` + `; a dash is nothing.
 */
export interface Scripted {
  readonly said: readonly [string, string, string];
  readonly keys: readonly string[];
  readonly gold: readonly string[];
}

/** What the three say about each seed article, by the name of its file. */
export const SCRIPTS: ReadonlyMap<string, readonly Scripted[]> = new Map(
  SAMPLE_NOTATION.split('\n= ')
    .slice(1)
    .map((part) => {
      const [name = '', ...lines] = part.split('\n').filter((line) => line !== '' && !line.startsWith('# '));
      return [name, scriptedIn(lines)];
    }),
);

function scriptedIn(lines: readonly string[]): readonly Scripted[] {
  const all: Scripted[] = [];
  let said: Scripted['said'] = ['–', '–', '–'];
  for (const line of lines) {
    const [, who, what = ''] = /^([A-C-]{3}) (.*)$/.exec(line) ?? [];
    if (who === 'ABC') all.push({ said: [what, what, what], keys: [], gold: [what] });
    else if (who !== undefined) said = said.map((each, index) => (who[index] === '-' ? each : what)) as never;
    else {
      const [keys = '', gold] = line.split(' > ');
      all.push({ said, keys: keys.split(' '), gold: gold?.split(' + ') ?? [] });
      said = ['–', '–', '–'];
    }
  }
  return all;
}
