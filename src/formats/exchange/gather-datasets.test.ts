import { describe, expect, test } from 'vitest';
import { detectFormat, headOf, headOfArchive, readableFormats } from './detect-format.ts';
import { type Dropped, type DroppedFile, gatherDatasets } from './gather-datasets.ts';
import { lossesAsJson, lossesAsText } from './loss-words.ts';

const ROW = '{"id": "a", "text": "One", "spans": [], "links": [], "layers": [{"annotator": "Ann"}]}\n';
const BUNDLE = '{"format": "spanmark-bundle", "version": 2}';

describe('the format of a file', () => {
  test.each([
    ['project.json', BUNDLE, 'native'],
    ['project.txt', `\uFEFF  ${BUNDLE}`, 'native'],
    ['a.jsonl', ROW, 'hugging-face'],
    ['long.jsonl', ROW.replace('One', 'An \\"article\\" \\\\'.repeat(10_000)), 'hugging-face'],
    ['unknown.json', '{"a": 1}', 'native'],
    ['a.txt', 'One', 'text'],
    ['a', '{sic} he said', 'text'],
    ['rows', ROW, 'hugging-face'],
    ['rows.txt', ROW, 'hugging-face'],
    ['longer.jsonl', ROW.replace('One', 'word '.repeat(300_000)), 'hugging-face'],
    ['a.md', 'About the "spanmark-bundle" format', 'text'],
    ['a.parquet', 'PAR1', 'hugging-face-parquet'],
    ['a.py', 'print(1)', undefined],
  ])('%s is found out by its content', (path, content, format) => {
    expect(detectFormat(headOf(path, new TextEncoder().encode(content)))).toBe(format);
  });

  test('reads the start of UTF-16 with a byte order mark', () => {
    const bytes = Uint8Array.from([0xff, 0xfe, 0x41, 0, 0x42, 0]);
    expect(headOf('a.txt', bytes).start).toBe('AB');
  });

  test('is looked for behind a long text', () => {
    const json = `[{"text": "${'a\\\\\\"'.repeat(9000)}", "spans": []}]`;
    expect(headOf('a.json', new TextEncoder().encode(json)).start).toMatch(
      /^\[\{"text": "a.{150,450}", "spans": \[\]\}\]$/s,
    );
    const xml = `<A><![CDATA[${'a < b & c '.repeat(9000)}]]><TAGS/></A>`;
    expect(headOf('a.xml', new TextEncoder().encode(xml)).start).toMatch(
      /^<A><!\[CDATA\[a .{150,250}\]\]><TAGS\/><\/A>$/,
    );
    expect(headOf('a.xml', new TextEncoder().encode('<![CDATA[x]]>')).start).toBe('<![CDATA[x]]>');
    expect(headOf('a.txt', new TextEncoder().encode(`"${'a'.repeat(3000)}"`)).start).toHaveLength(3002);
  });

  test('is not known for an archive that no format recognises', () => {
    expect(detectFormat(headOfArchive('a.zip', ['a.txt']))).toBeUndefined();
  });

  test('can be any that is read, our own first', () => {
    expect(
      readableFormats()
        .slice(0, 3)
        .map(({ id }) => id),
    ).toEqual(['native', 'text', expect.any(String)]);
  });
});

describe('files that are dropped together', () => {
  test('are each a dataset of their own, in their order', () => {
    expect(gathered([file('b.txt', 'Two'), file('a.json', BUNDLE), file('a.jsonl', ROW), file('c.txt', '')])).toEqual([
      ['b.txt', 'text', ['b.txt']],
      ['a.json', 'native', ['a.json']],
      ['a.jsonl', 'hugging-face', ['a.jsonl']],
      ['c.txt', 'text', ['c.txt']],
    ]);
  });

  test('are one dataset where a text has its annotations beside it', () => {
    const files = [
      file('x.txt', 'X'),
      file('a.txt', 'A'),
      file('a.ann', ''),
      file('B.TXT', 'B'),
      file('b.ann', ''),
      file('annotation.conf', ''),
    ];
    expect(gathered(files).map(([name, , paths]) => [name, paths])).toEqual([
      ['x.txt', ['x.txt']],
      ['a.txt and 4 more', ['a.txt', 'a.ann', 'B.TXT', 'b.ann', 'annotation.conf']],
    ]);
  });

  test('are one dataset where they are tables of spans and links', () => {
    const files = [file('links.csv', ''), file('notes.txt', 'N'), file('spans.csv', ''), file('other.csv', '')];
    expect(gathered(files).map(([, , paths]) => paths)).toEqual([
      ['links.csv', 'spans.csv'],
      ['notes.txt'],
      ['other.csv'],
    ]);
  });

  test('are one dataset where an archive holds files of one format, whatever lies beside', () => {
    const archive: Dropped<null> = {
      kind: 'archive',
      path: 'data.zip',
      files: [dropped('README.md', '# A'), dropped('data/train.jsonl', ROW)],
    };
    expect(gathered([file('a.txt', 'A'), archive])).toEqual([
      ['a.txt', 'text', ['a.txt']],
      ['data.zip', 'hugging-face', ['README.md', 'data/train.jsonl']],
    ]);
  });

  test('are one dataset where columns have their texts beside them, and each by itself where not', () => {
    const columns = [file('b.conll', 'Ann B-PER\n'), file('a.conll', 'Ann B-PER\n')];
    expect(gathered([...columns, file('articles.conll.jsonl', '{"id": "a", "text": "Ann"}\n')])).toEqual([
      ['b.conll and 2 more', 'conll', ['b.conll', 'a.conll', 'articles.conll.jsonl']],
    ]);
    expect(gathered(columns).map(([, , paths]) => paths)).toEqual([['b.conll'], ['a.conll']]);
  });

  test('do not count the report of losses that goes along in an archive', () => {
    const groups = [{ reason: 'note-dropped', count: 1, examples: [] }] as const;
    const report = [
      dropped('losses.json', lossesAsJson({ id: 'hugging-face' }, groups)),
      dropped('losses.txt', lossesAsText({ name: 'Hugging Face JSONL' }, groups)),
    ];
    expect(gathered([inArchive(dropped('data/train.jsonl', ROW), ...report)])).toEqual([
      ['data.zip', 'hugging-face', ['data/train.jsonl']],
    ]);
    expect(gathered([inArchive(...report)]).map(([name]) => name)).toEqual([
      'data.zip: losses.json',
      'data.zip: losses.txt',
    ]);
    const article = inArchive(dropped('losses.txt', 'What the harbour lost'), dropped('losses.json', BUNDLE));
    expect(gathered([article]).map(([, format]) => format)).toEqual(['text', 'native']);
  });

  test('are each by itself where an archive holds bundles and texts', () => {
    const archive: Dropped<null> = {
      kind: 'archive',
      path: 'all.zip',
      files: [dropped('a.txt', 'A'), dropped('b/p.json', BUNDLE)],
    };
    expect(gathered([archive])).toEqual([
      ['all.zip: a.txt', 'text', ['a.txt']],
      ['all.zip: b/p.json', 'native', ['b/p.json']],
    ]);
  });

  test('are all of the format that was chosen', () => {
    const archive: Dropped<null> = {
      kind: 'archive',
      path: 'all.zip',
      files: [dropped('a.x', 'A'), dropped('b.x', 'B')],
    };
    expect(
      gatherDatasets([archive, file('c.x', 'C')], 'hugging-face').map(({ format, files }) => [format, files.length]),
    ).toEqual([
      ['hugging-face', 2],
      ['hugging-face', 1],
    ]);
  });
});

function inArchive(...files: readonly DroppedFile<null>[]): Dropped<null> {
  return { kind: 'archive', path: 'data.zip', files };
}

function dropped(path: string, content: string): DroppedFile<null> {
  return { head: headOf(path, new TextEncoder().encode(content)), source: null };
}

function file(path: string, content: string): Dropped<null> {
  return { kind: 'file', file: dropped(path, content) };
}

function gathered(all: readonly Dropped<null>[]) {
  return gatherDatasets(all).map(({ name, format, files }) => [name, format, files.map(({ head }) => head.path)]);
}
