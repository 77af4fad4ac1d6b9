import { describe, expect, it, test } from 'vitest';
import { draftsOfTable } from './drafts-of-table.ts';
import { guessMapping } from './guess-mapping.ts';
import { readTable } from './read-table.ts';
import { type ColumnMapping } from './table.ts';

const LONG = 'The ferry left the quay at nine, and nobody on board knew that it was the last time it would do so.';
const NONE = {
  text: undefined,
  title: undefined,
  author: undefined,
  source: undefined,
  date: undefined,
  language: undefined,
};

const guessed = (text: string): ColumnMapping => guessMapping(readTable(text));

const row = (day: number): string => `2024-05-0${day};A heading of some length;https://a.example/${day};en;"${LONG}"\n`;

describe('the rows of a table', () => {
  test.each([
    ['commas', 'title,text\nA,"Hello, you"\n'],
    ['commas and CRLF', 'title,text\r\nA,"Hello, you"\r\n'],
    ['semicolons', 'title;text\nA;Hello, you\nB;Goodbye, you\n'],
    ['tabs', 'title\ttext\nA\tHello, you\n'],
    ['bars', 'title|text\nA|Hello, you\nB|Goodbye, you\n'],
    ['the separator that Excel names', 'sep=;\ntitle;text\nA;Hello, you\n'],
    ['JSON Lines', '{"title":"A","text":"Hello, you"}\n\n{"title":"B","text":"x"}\n'],
    ['a JSON list', '[{"title":"A","text":"Hello, you"}]'],
    ['a JSON object with a list', '{"count":1,"articles":[{"title":"A","text":"Hello, you"}]}'],
    ['a byte order mark', '\uFEFFtitle,text\nA,"Hello, you"\n'],
  ])('are read with %s', (_, text) => {
    const { columns, rows, problems } = readTable(text);
    expect(columns).toEqual(['title', 'text']);
    expect(rows[0]!.cells).toEqual(['A', 'Hello, you']);
    expect(problems).toEqual([]);
  });

  it('keep line ends and quotation marks inside cells', () => {
    const { rows } = readTable('title,text\nA,"one\n\ntwo ""three"""\n');
    expect(rows[0]!.cells[1]).toBe('one\n\ntwo "three"');
  });

  it('are named after their places in the file', () => {
    expect(readTable('title,text\nA,x\n,\nB,y\n').rows.map(({ place }) => place)).toEqual(['row 2', 'row 4']);
    expect(readTable('{"a":1}\n\n{"a":2}').rows.map(({ place }) => place)).toEqual(['line 1', 'line 3']);
  });

  it('have values of objects and lists inside of JSON', () => {
    const { columns, rows } = readTable('[{"meta":{"title":"A","by":["X","Y"]},"n":3,"none":null}]');
    expect(columns).toEqual(['meta.title', 'meta.by', 'n']);
    expect(rows[0]!.cells).toEqual(['A', 'X\nY', '3']);
  });

  test.each([
    ['a first row of names', 'title,text\nA,x\n', true],
    ['a first row that is an article', `A title,"${LONG} ${LONG}"\nB,x\n`, false],
    ['a first row with a date', '2024-05-01,Hello\n2024-05-02,x\n', false],
    ['one column with a name', `text\n${LONG}\n`, true],
    ['two columns of one name', 'a,a\nb,c\n', false],
    ['names beside columns without one', 'title,,text,\nA,1,x,2\n', true],
    ['usual names beside a long one', `title,text,${LONG.replaceAll(',', '')}\nA,x,yes\n`, true],
    ['a long text beside one word that is a usual name', `text,"${LONG} Why? Because."\nA,x\n`, false],
  ])('are told from %s', (_, text, hasHeader) => {
    expect(readTable(text).hasHeader).toBe(hasHeader);
  });

  it('begin where the user says that they do', () => {
    const { columns, rows } = readTable('title,text\nA,x\n', false);
    expect(columns).toEqual(['Column 1', 'Column 2']);
    expect(rows).toHaveLength(2);
  });

  it('that are no JSON are problems with their lines', () => {
    expect(readTable('{"text":"x"}\nnot json\n{"text":"y"}').problems).toEqual([
      { place: 'line 2', message: 'this line is not JSON' },
    ]);
    expect(readTable('[{"text":"x"},5]').problems[0]!.place).toBe('entry 2');
    expect(readTable('[{"text":').problems).toHaveLength(1);
  });

  it('never become names of an object, whatever they are called', () => {
    const { columns } = readTable('[{"__proto__":"a","constructor":"b","text":"x"}]');
    expect(columns).toContain('constructor');
    expect(guessMapping(readTable('__proto__,constructor\na,b\n'))).toMatchObject({
      text: expect.any(Number) as number,
    });
  });
});

describe('the guess of what is in the columns', () => {
  it('goes by names', () => {
    expect(
      guessed(`id,Headline,Article Text,By,URL,Published_at,lang\n1,H,${LONG.replaceAll(',', '')},R,u,2024-05-01,en\n`),
    ).toEqual({
      text: 2,
      title: 1,
      author: 3,
      source: 4,
      date: 5,
      language: 6,
    });
  });

  it('goes by the name of a column of dates also where they are written in words', () => {
    expect(guessed(`when,headline,text\n3 May,A heading,"${LONG}"\n`).date).toBe(0);
  });

  it('goes by names inside of others in JSON', () => {
    expect(guessed('{"meta":{"title":"A"},"body":"x"}')).toMatchObject({ title: 0, text: 1 });
  });

  it('takes the longest of several texts', () => {
    expect(guessed(`text,content\nshort,"${LONG}"\n`).text).toBe(1);
  });

  it('goes by what is in the columns where there are no names', () => {
    expect(guessed(row(1) + row(2))).toEqual({ ...NONE, date: 0, title: 1, source: 2, language: 3, text: 4 });
  });

  it('gives no column two meanings', () => {
    expect(guessed(`text\n${LONG}\n`)).toEqual({ ...NONE, text: 0 });
  });
});

describe('the articles of a table', () => {
  const table = readTable(
    'title,text,by,url,date,language\n' +
      `The quay,"${LONG}","Ann; Ben",https://a.example/1,2024-05-01T10:00Z,pt_BR\n` +
      'Nothing,,,,,\nPlain,Hello,,,yesterday,\n',
  );
  const read = draftsOfTable(table, guessMapping(table), 'news.csv');

  it('are one of each row that has a text', () => {
    expect(read.drafts.map(({ draft }) => draft)).toEqual([
      {
        title: 'The quay',
        author: 'Ann; Ben',
        source: 'https://a.example/1',
        date: '2024-05-01',
        language: 'pt-BR',
        text: LONG,
        pages: [],
      },
      { title: 'Plain', author: '', source: 'news.csv, row 4', date: '', language: '', text: 'Hello', pages: [] },
    ]);
  });

  it('leave rows without a text out, and say where a date is none, by name', () => {
    expect(read.problems).toEqual([
      { place: 'row 3', message: 'the row has no text: left out' },
      { place: 'row 4', message: 'the date is not like 2024-06-17, 2024-06 or 2024: the article has none' },
    ]);
  });

  it('are none where no column is the text', () => {
    const { drafts, problems } = draftsOfTable(table, NONE, 'news.csv');
    expect(drafts).toEqual([]);
    expect(problems[0]!.message).toBe('no column is chosen as the text of the articles');
  });
});
