import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { marked } from '#core/project/marked.arbitrary.ts';
import { anchoring, carryRange, guessRange } from './anchor.ts';
import { splitsSurrogatePair } from './offsets.ts';

const SPEECH =
  'It rained. Mr Tarrant said the bridge will open on Monday at noon. Nobody else who was asked by this paper, in the town or on the farms around it, knew of any plan.';

describe('a range in a corrected text', () => {
  test.each<[string, string, string, string]>([
    ['stays where nothing was touched', '[Ann] left.', 'Ann left.', 'kept: Ann'],
    ['goes along with words put before it', 'And [Ann] left.', 'And then Ann left.', 'kept: Ann'],
    ['goes along with words taken out before it', 'And then [Ann] left.', 'Ann left.', 'kept: Ann'],
    ['stays apart from a word put right after it', '[Ann] left.', 'Ann Lee left.', 'kept: Ann'],
    ['stays apart from a word put right before it', 'Then [Ann] left.', 'Then old Ann left.', 'kept: Ann'],
    ['has a typo corrected', 'The [governement] fell.', 'The government fell.', 'changed: government'],
    ['has a typo corrected at its end', 'The [governmen] fell.', 'The government fell.', 'changed: government'],
    ['has a typo corrected at its start', 'The [overnment] fell.', 'The government fell.', 'changed: government'],
    ['has a short typo corrected', 'He saw [teh] door.', 'He saw the door.', 'changed: the'],
    ['does not grow where it ends inside a word', '[Govern]ment fell.', 'Governing ment fell.', 'kept: Govern'],
    ['loses its last word', '[Ann Lee] left.', 'Ann left.', 'changed: Ann'],
    ['loses its first word', 'Then [old Ann Lee] left.', 'Then Ann Lee left.', 'changed: Ann Lee'],
    ['has a word put in', '[Taxes rose] in May.', 'Taxes really rose in May.', 'changed: Taxes really rose'],
    [
      'is in the first of two equal sentences',
      '[She] left. She stayed.',
      'She slept. She left. She stayed.',
      'kept: She',
    ],
    [
      'lies where a sentence was put before one that starts alike',
      'No. [She left].',
      'No. She slept. She left.',
      'kept: She left',
    ],
    [
      'lies after a sentence that was taken out and starts alike',
      'She left. [She] stayed.',
      'She stayed.',
      'kept: She',
    ],
    ['is replaced altogether', 'Then [Smith] left.', 'Then Jones left.', 'lost, maybe Jones'],
    ['is gone', 'It began. [Ann] left. It ended.', 'It began. It ended.', 'lost'],
    [
      'is gone, with the same word elsewhere',
      'In Rome. [Rome] fell. The end.',
      'In Rome. The end.',
      'lost, maybe Rome',
    ],
    ['cuts no emoji', 'So [🎉] it.', 'So 🎈 it.', 'lost, maybe 🎈'],
    ['is a sign of a script without spaces', '彼は[大坂]へ', '彼は大阪へ', 'changed: 大阪'],
    ['gets no sign put beside it there', '彼は[東京]へ', '彼は東京都へ', 'kept: 東京'],
  ])('%s', (_, written, after, expected) => {
    const { text, ranges } = marked(written);
    expect(fateOf(text, after, ranges[0]!)).toBe(expected);
  });

  test.each<[string, string, string]>([
    ['as it was', 'Mr Tarrant said the bridge will open on Monday at noon.', 'moved: the bridge will open'],
    [
      'in capitals and broken over lines',
      'MR TARRANT SAID THE BRIDGE\n WILL OPEN ON MONDAY.',
      'moved: THE BRIDGE\n WILL OPEN',
    ],
  ])('is found in a sentence that was put elsewhere %s', (_, sentence, expected) => {
    const from = SPEECH.indexOf('the bridge');
    const range = { from, to: from + 'the bridge will open'.length };
    const after = `It rained. Nobody else who was asked by this paper, in the town or on the farms around it, knew of any plan. ${sentence}`;
    expect(fateOf(SPEECH, after, range)).toBe(expected);
  });

  test('is found where most of its surroundings are the same', () => {
    const before =
      'One. Mayor Ilse Tarrant of Mossford spoke. Two, three and four, as well as five, six, seven, came later on.';
    const from = before.indexOf('Ilse');
    const after =
      'One. Two, three and four, as well as five, six, seven, came later on. Here Ilse Tarrant slept. But Mayor Ilse Tarrant of Mossford spoke.';
    const carried = carryRange(anchoring(before, after), { from, to: from + 'Ilse Tarrant'.length });
    expect(carried).toEqual({
      grade: 'moved',
      range: { from: after.lastIndexOf('Ilse'), to: after.lastIndexOf(' of') },
    });
  });

  test('is not taken for the same short word that was there before', () => {
    expect(fateOf('Rome fell. Then Ann saw Rome.', 'Then Ann saw Rome.', { from: 0, to: 4 })).toBe('lost, maybe Rome');
  });
});

describe('whatever was corrected', () => {
  const UNIT = fc.constantFrom('a', 'b', 'ab', ' ', '. ', '\n', '🎉', '🎈', 'é', '漢');
  const TEXT = fc.array(UNIT, { minLength: 1, maxLength: 20 });

  test('a range keeps its words where an edit happens beside it', () => {
    fc.assert(
      fc.property(
        TEXT,
        TEXT,
        TEXT,
        fc.nat(20),
        fc.nat(20),
        TEXT,
        fc.boolean(),
        (left, middle, right, a, b, put, isLeft) => {
          const before = [...left, ...middle, ...right].join('');
          const from = left.join('').length;
          const range = { from, to: from + middle.join('').length };
          const side = isLeft ? left : right;
          const [cut, end] = [Math.min(a, b) % (side.length + 1), Math.max(a, b) % (side.length + 1)];
          const [low, high] = [Math.min(cut, end), Math.max(cut, end)];
          // Letters put right at an edge may belong to the word there.
          const isAtEdge = isLeft ? high === side.length : low === 0;
          const edited = side.toSpliced(low, high - low, ...(isAtEdge ? [] : put)).join('');
          const words = middle.join('');
          const after = isLeft ? edited + words + right.join('') : left.join('') + words + edited;
          const carried = carryRange(anchoring(before, after), range);
          expect(carried && after.slice(carried.range.from, carried.range.to)).toBe(words);
          expect(carried?.grade).toBe('kept');
        },
      ),
      { seed: 20240617, numRuns: 3000 },
    );
  });

  test('a range that is carried is not empty, lies in the text and cuts no character; kept ones have their words', () => {
    fc.assert(
      fc.property(TEXT, TEXT, fc.nat(), fc.nat(), (old, fresh, one, two) => {
        const [before, after] = [old.join(''), fresh.join('')];
        const edges = edgesOf(before);
        const [first, second] = [one % edges.length, two % edges.length];
        if (first === second) return;
        const range = { from: edges[Math.min(first, second)]!, to: edges[Math.max(first, second)]! };
        const anchors = anchoring(before, after);
        const carried = carryRange(anchors, range);
        if (carried?.grade === 'kept') {
          expect(after.slice(carried.range.from, carried.range.to)).toBe(before.slice(range.from, range.to));
        }
        for (const found of [carried?.range, carried ? undefined : guessRange(anchors, range)]) {
          if (!found) continue;
          expect(found.from >= 0 && found.from < found.to && found.to <= after.length).toBe(true);
          expect(splitsSurrogatePair(after, found.from) || splitsSurrogatePair(after, found.to)).toBe(false);
        }
      }),
      { seed: 20240617, numRuns: 3000 },
    );
  });
});

function edgesOf(text: string): readonly number[] {
  const edges = [0];
  for (const character of text) edges.push(edges.at(-1)! + character.length);
  return edges;
}

/** What becomes of the range: its grade and words, or that it is lost and where it may belong. */
function fateOf(before: string, after: string, range: { readonly from: number; readonly to: number }): string {
  const anchors = anchoring(before, after);
  const carried = carryRange(anchors, range);
  if (carried) return `${carried.grade}: ${after.slice(carried.range.from, carried.range.to)}`;
  const guess = guessRange(anchors, range);
  return guess ? `lost, maybe ${after.slice(guess.from, guess.to)}` : 'lost';
}
