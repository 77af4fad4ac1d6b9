import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { articleText } from './article-text.ts';
import { pageOf, setLines } from './placed-lines.arbitrary.ts';

/** A text on one line. */
const at = (text: string, left: number, right: number) => ({ text, left, right, baseline: 100, size: 10 });

/** What is kept of a text whatever its order. */
const letters = (text: string): string => Array.from(text.replaceAll(/\s/g, '')).toSorted().join('');

const LEFT = [
  'The council met on Monday and the',
  'mayor, who had been ill for weeks,',
  'opened it from her sickbed by wire.',
  'Nobody had expected her to speak of',
  'the harbour, and yet she did so for',
];
const RIGHT = [
  'an hour, until the line went silent.',
  'The clerk read the rest from a sheet',
  'that she had sent him the day before',
  'and the members listened standing up',
  'as if she had been there with them.',
];

describe('the order of reading', () => {
  it('joins the lines of one column', () => {
    const { text } = articleText([pageOf('1', setLines(LEFT, { width: 170 }))]);
    expect(text).toBe(LEFT.join(' '));
  });

  it('reads two columns one after the other, also where the file has them line by line', () => {
    const left = setLines(LEFT, { width: 170 });
    const right = setLines(RIGHT, { left: 240, width: 170 });
    const byLine = left.flatMap((line, index) => [line, right[index]!]);
    expect(articleText([pageOf('1', byLine)]).text).toBe([...LEFT, ...RIGHT].join(' '));
  });

  it('reads columns whose lines do not stand beside each other', () => {
    const left = setLines(LEFT, { width: 170 });
    const right = setLines(RIGHT, { left: 240, top: 105, width: 170 });
    expect(articleText([pageOf('1', right, left)]).text).toBe([...LEFT, ...RIGHT].join(' '));
  });

  it('reads a heading over two columns before them, and what goes over both below after them', () => {
    const heading = setLines(['The mayor speaks of the harbour after all'], { top: 70, size: 20 });
    const left = setLines(LEFT, { width: 170 });
    const right = setLines(RIGHT, { left: 240, width: 170 });
    const below = setLines(['Everything that was said is printed in the supplement of Friday, with pictures.'], {
      top: 200,
      size: 10,
    });
    const { text, title } = articleText([pageOf('1', left, right, below, heading)]);
    expect(text.split('\n\n')).toEqual([
      'The mayor speaks of the harbour after all',
      [...LEFT, ...RIGHT].join(' '),
      'Everything that was said is printed in the supplement of Friday, with pictures.',
    ]);
    expect(title).toBe('The mayor speaks of the harbour after all');
  });

  it('reads three columns from the left', () => {
    const third = RIGHT.map((line) => line.toUpperCase());
    const columns = [LEFT, RIGHT, third].map((lines, index) => setLines(lines, { left: 50 + 190 * index, width: 170 }));
    const { text } = articleText([pageOf('1', ...columns.toReversed())]);
    expect(text).toBe([...LEFT, ...RIGHT].join(' ') + '\n\n' + third.join(' '));
  });

  it('reads the last word of a column beside a long one after it', () => {
    const right = setLines(['quietly.'], { left: 240 });
    const { text } = articleText([pageOf('1', setLines(LEFT, { width: 170 }), right)]);
    expect(text).toBe([...LEFT, 'quietly.'].join(' '));
  });

  it('reads a table row by row', () => {
    const names = setLines(['Town', 'Hald', 'Marrin', 'Castrel', 'Northfield', 'Orvane']);
    const figures = setLines(['People', '1,204', '318', '64,000', '7,911', '42'], { left: 200 });
    const { text } = articleText([pageOf('1', names, figures)]);
    expect(text.replaceAll(/\s+/g, ' ')).toBe(
      'Town People Hald 1,204 Marrin 318 Castrel 64,000 Northfield 7,911 Orvane 42',
    );
  });

  it('reads columns of Arabic from the right', () => {
    const right = ['قال الوزير إن المحطة ستعمل قبل', 'نهاية العام وإن كلفتها أقل مما', 'كان متوقعا في البداية كما قال'];
    const left = ['وأضاف أن الأسعار لن ترتفع قبل', 'سنتين على الأقل في كل المدن', 'التي تشرب من مياه البحر اليوم'];
    const columns = [setLines(left, { width: 150 }), setLines(right, { left: 240, width: 150 })];
    expect(articleText([pageOf('1', ...columns)]).text.startsWith('قال الوزير')).toBe(true);
  });
});

describe('paragraphs', () => {
  it('end where the next line is further in', () => {
    const lines = setLines(LEFT, { width: 170 }).map((line, index) => (index === 2 ? { ...line, left: 62 } : line));
    expect(articleText([pageOf('1', lines)]).text.split('\n\n')).toHaveLength(2);
  });

  it('end where there is more space', () => {
    const texts = [...setLines(LEFT, { width: 170 }), ...setLines(RIGHT, { top: 170, width: 170 })];
    expect(articleText([pageOf('1', texts)]).text).toBe(`${LEFT.join(' ')}\n\n${RIGHT.join(' ')}`);
  });

  it('end where a sentence ends before its line does', () => {
    const lines = setLines([...RIGHT, ...LEFT], { width: 170 }).map((line, index) =>
      index === 4 ? { ...line, right: 120 } : line,
    );
    expect(articleText([pageOf('1', lines)]).text).toBe(`${RIGHT.join(' ')}\n\n${LEFT.join(' ')}`);
  });

  it('go on over the end of a page, which begins inside of them', () => {
    const pages = [LEFT, RIGHT].map((lines, index) => pageOf(`x${index}`, setLines(lines, { width: 170 })));
    const { text, pages: starts } = articleText(pages);
    expect(text).toBe([...LEFT, ...RIGHT].join(' '));
    expect(starts).toEqual([
      { from: 0, page: 'x0' },
      { from: LEFT.join(' ').length + 1, page: 'x1' },
    ]);
  });

  it('go on over the end of a page in the middle of a word', () => {
    const pages = [['It was an inter-'], ['national matter.']].map((lines, index) =>
      pageOf(`${index + 1}`, setLines(lines)),
    );
    const { text, pages: starts } = articleText(pages);
    expect(text).toBe('It was an international matter.');
    expect(text.slice(starts[1]!.from)).toBe('national matter.');
  });

  it('lose soft hyphens, and pages begin where they did', () => {
    const pages = [['It was an inter\u00ADnational mat\u00AD'], ['ter of some weight.']].map((lines, index) =>
      pageOf(`${index + 1}`, setLines(lines)),
    );
    const { text, pages: starts } = articleText(pages);
    expect(text).toBe('It was an international matter of some weight.');
    expect(text.slice(starts[1]!.from)).toBe('ter of some weight.');
  });

  it('have a large first letter where they begin', () => {
    const initial = [{ text: 'T', left: 50, right: 72, baseline: 124, size: 34 }];
    const lines = setLines(['he council met on Monday and the', ...LEFT.slice(1)], { width: 170 }).map((line, index) =>
      index < 3 ? { ...line, left: 75, right: 245 } : line,
    );
    expect(articleText([pageOf('1', initial, lines)]).text.startsWith('The council met')).toBe(true);
  });
});

describe('what pages repeat', () => {
  const pages = Array.from({ length: 4 }, (_, index) =>
    pageOf(
      `${index + 1}`,
      setLines(['The Harbour Gazette'], { left: index % 2 === 0 ? 50 : 400, top: 40, size: 8 }),
      setLines(
        LEFT.map((line) => `${line} ${index}`),
        { width: 180, top: 200 },
      ),
      setLines([`Page ${index + 9}`], { left: 280, top: 800, size: 8 }),
    ),
  );

  it('is left out, with figures that change', () => {
    const { text, repeated } = articleText(pages);
    expect(text).not.toMatch(/Gazette|Page/);
    expect(text).toContain('opened it from her sickbed by wire. 3');
    expect(repeated).toEqual(['The Harbour Gazette', 'Page 9']);
  });

  it('stays where there is one page', () => {
    expect(articleText(pages.slice(0, 1)).text).toMatch(/Gazette[^]*Page 9/);
  });

  it('stays where it is in the middle of the page', () => {
    const refrain = LEFT.map((_, index) => pageOf(`${index}`, setLines(['And so it went.'], { top: 400 })));
    expect(articleText(refrain).text.match(/And so it went\./g)).toHaveLength(LEFT.length);
  });
});

describe('footnotes', () => {
  const pages = [LEFT, RIGHT].map((lines, index) =>
    pageOf(
      `${index + 1}`,
      setLines(lines, { width: 170 }),
      setLines([`${index + 1} So says the minute book,`, 'which lies in the archive.'], { top: 700, size: 8 }),
    ),
  );

  it('stand at the end, and the sentence above them goes on', () => {
    const { text, pages: starts } = articleText(pages);
    expect(text.split('\n\n')).toEqual([
      [...LEFT, ...RIGHT].join(' '),
      '1 So says the minute book, which lies in the archive.',
      '2 So says the minute book, which lies in the archive.',
    ]);
    expect(starts.map(({ page }) => page)).toEqual(['1', '2', '1', '2']);
    expect(text.slice(starts[3]!.from)).toMatch(/^2 So says/);
  });
});

describe('letters', () => {
  it('are kept as the file names them, ligatures too', () => {
    expect(articleText([pageOf('1', setLines(['the oﬃce ﬁle', 'Ångström e\u0301']))]).text).toBe(
      'the oﬃce ﬁle Ångström e\u0301',
    );
  });

  it('of Arabic lose the shapes that they have in words', () => {
    const { text } = articleText([pageOf('1', setLines(['\uFEA9\uFEAE\uFEB1']))]);
    expect(text).toBe('\u062F\u0631\u0633');
  });

  test('that stand beside each other are a word, and those further apart are two', () => {
    const { text } = articleText([pageOf('1', [at('cast', 50, 70), at('le', 70.3, 78), at('wall', 81, 95)])]);
    expect(text).toBe('castle wall');
  });

  it('in Arabic have foreign names and figures as they are read, and brackets as they are meant', () => {
    // As a program prints it, from left to right: «2024 |في| Harbour| |Water| (شركة)»
    const texts = [at('.2024', 0, 25), at('في', 30, 40), at('Harbour', 45, 80), at('Water', 83, 110)];
    const { text } = articleText([
      pageOf('1', [...texts, at('(', 115, 118), at('قالت الشركة الجديدة', 118, 180), at(')', 180, 183)]),
    ]);
    expect(text).toBe('(قالت الشركة الجديدة) Harbour Water في 2024.');
  });
});

it('loses no letter of a page, wherever they stand', () => {
  const word = fc.stringMatching(/^[a-z]{1,12}$/);
  const placed = fc.record({
    text: word,
    left: fc.integer({ min: 0, max: 500 }),
    width: fc.integer({ min: 5, max: 200 }),
    baseline: fc.integer({ min: 20, max: 800 }),
    size: fc.constantFrom(8, 10, 10, 12, 20),
  });
  fc.assert(
    fc.property(fc.array(placed, { maxLength: 60 }), (all) => {
      const texts = all.map(({ width, ...each }) => ({ ...each, right: each.left + width }));
      const { text, pages } = articleText([pageOf('1', texts)]);
      expect(letters(text)).toBe(letters(texts.map((each) => each.text).join('')));
      expect(pages.every(({ from }) => from >= 0 && from < text.length)).toBe(true);
    }),
    { seed: 7, numRuns: 300 },
  );
});
