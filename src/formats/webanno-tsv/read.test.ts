import { describe, expect, test } from 'vitest';
import { type LooseDocument } from '#formats/exchange/loose.ts';
import { sourceFile } from '#formats/exchange/written.arbitrary.ts';
import { cellEntries } from './cells.ts';
import { readWebAnnoTsv } from './read.ts';

const NER = '#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|identifier|value';

function file(header: readonly string[], body: readonly string[], version = '3.3') {
  return [`#FORMAT=WebAnno TSV ${version}`, ...header, '', '', ...body, ''].join('\n');
}

function read(text: string, path = 'doc-1.tsv') {
  return readWebAnnoTsv([sourceFile(path, text)]);
}

function onlyDocument(text: string): LooseDocument {
  const { documents, problems } = read(text);
  expect(problems).toEqual([]);
  return documents[0]!;
}

function spansOf({ text = '', layers }: LooseDocument) {
  return layers[0]!.spans.map(({ label, ranges, attributes }) => [
    label,
    ...ranges.map(({ from, to }) => text.slice(from, to)),
    ...attributes.map(({ name, value }) => `${name}=${value}`),
  ]);
}

function linksOf({ layers }: LooseDocument) {
  const [{ spans, links } = { spans: [], links: [] }] = layers;
  const label = (id: string) => spans.find((span) => span.id === id)!.quotes![0];
  return links.map(({ type, from, to }) => [type, label(from), label(to)]);
}

const T = [
  '#Text=“Hi 🎉” said Ann Lee of Rome.',
  '1-1\t0-1\t“\t*[1]\tQUOTE[1]',
  '1-2\t1-3\tHi\t*[1]\tQUOTE[1]',
  '1-3\t4-6\t🎉\t*[1]\tQUOTE[1]',
  '1-4\t6-7\t”\t*[1]\tQUOTE[1]',
  '1-5\t8-12\tsaid\t_\t_',
  '1-6\t13-16\tAnn\tQ1[2]\tENTITY[2]',
  '1-7\t17-20\tLee\tQ1[2]|*[3]\tENTITY[2]|NAME[3]',
  '1-8\t21-23\tof\t_\t_',
  '1-9\t24-28\tRome\t*\tENTITY',
  '1-10\t28-29\t.\t_\t_',
  '',
  '#Text=Taxes rose 4%.',
  '2-1\t30-35\tTaxes\t_\t_',
  '2-2\t36-40\trose\t_\t_',
  '2-3\t41-43\t4%\t_\t_',
  '2-4\t43-44\t.\t_\t_',
];

/** The offset in code points of one in UTF-16. */
function afterEmoji(offset: string): number {
  return Number(offset) - (Number(offset) > 5 ? 1 : 0);
}

function escapedBody(text: string): readonly string[] {
  return [`#Text=${text}`, '1-1\t0-5\ta[b]\\\\\tx\\|y\\_\\[1\\]\\->z\\;\\*', '1-2\t6-7\tb\t\\_'];
}

describe('readWebAnnoTsv', () => {
  test('spans over several words, above one another and alone are placed by UTF-16 offsets', () => {
    const document = onlyDocument(file([NER], T));
    expect(document.text).toBe('“Hi 🎉” said Ann Lee of Rome.\nTaxes rose 4%.');
    expect(spansOf(document)).toEqual([
      ['QUOTE', '“Hi 🎉”'],
      ['ENTITY', 'Ann Lee', 'identifier=Q1'],
      ['NAME', 'Lee'],
      ['ENTITY', 'Rome'],
    ]);
  });

  test('a file whose offsets are code points is read as such', () => {
    const shifted = T.map((line) =>
      line.replace(/\t(\d+)-(\d+)\t/, (_, from: string, to: string) => {
        return `\t${afterEmoji(from)}-${afterEmoji(to)}\t`;
      }),
    );
    const { documents, units } = read(file([NER], shifted));
    expect(units).toEqual(['code-point']);
    expect(documents[0]!.text).toBe('“Hi 🎉” said Ann Lee of Rome.\nTaxes rose 4%.');
    expect(documents[0]!.layers[0]!.spans.map(({ quotes }) => quotes![0])).toEqual([
      '“Hi 🎉”',
      'Ann Lee',
      'Lee',
      'Rome',
    ]);
  });

  test.each(['3', '3.1', '3.2', '3.3'])(
    'version %s is read, with Windows line ends and a byte order mark too',
    (version) => {
      const text = file([NER], T, version);
      expect(read(text).documents[0]!.layers[0]!.spans).toHaveLength(4);
      expect(read(`\uFEFF${text.replaceAll('\n', '\r\n')}`).documents[0]!.layers[0]!.spans).toHaveLength(4);
    },
  );

  test('relations lead from the span that their last column names to the span of their row', () => {
    const document = onlyDocument(
      file(
        ['#T_SP=webanno.custom.Part|kind', '#T_RL=webanno.custom.Says|label|BT_webanno.custom.Part'],
        [
          '#Text=Ann Lee said so',
          '1-1\t0-3\tAnn\tname[1]|first\t_\t_',
          '1-2\t4-7\tLee\tname[1]\t_\t_',
          '1-3\t8-12\tsaid\tverb\tsubject|*\t1-1[1_0]|1-1',
          '1-4\t13-15\tso\t_\t_\t_',
        ],
      ),
    );
    expect(spansOf(document)).toEqual([
      ['Part', 'Ann Lee', 'kind=name'],
      ['Part', 'Ann', 'kind=first'],
      ['Part', 'said', 'kind=verb'],
    ]);
    expect(linksOf(document)).toEqual([
      ['subject', 'Ann Lee', 'said'],
      ['Says', 'Ann Lee', 'said'],
    ]);
  });

  test('parts of words are words of their own', () => {
    const document = onlyDocument(
      file(['#T_SP=webanno.custom.Part|'], ['#Text=unhappy', '1-1\t0-7\tunhappy\t_', '1-1.1\t2-7\thappy\t*']),
    );
    expect(spansOf(document)).toEqual([['Part', 'happy']]);
  });

  test('roles and chains are links', () => {
    const document = onlyDocument(
      file(
        [
          '#T_SP=webanno.custom.Frame|FE|ROLE_webanno.custom.Frame:Roles_webanno.custom.FrameRolesLink|webanno.custom.Part',
          '#T_SP=webanno.custom.Part|',
          '#T_CH=webanno.custom.CorefLink|referenceRelation|referenceType',
        ],
        [
          '#Text=Ann met Bo she',
          '1-1\t0-3\tAnn\t_\t_\t_\t*\tsame->1-1\tnam[1]',
          '1-2\t4-7\tmet\tMeet\tAgent;*\t1-1;1-3\t_\t_\t_',
          '1-3\t8-10\tBo\t_\t_\t_\t*\t_\t_',
          '1-4\t11-14\tshe\t_\t_\t_\t_\t->1-2\tpro[1]',
        ],
      ),
    );
    expect(linksOf(document)).toEqual([
      ['Agent', 'met', 'Ann'],
      ['Roles', 'met', 'Bo'],
      ['same', 'Ann', 'she'],
    ]);
    expect(spansOf(document)).toContainEqual(['CorefLink', 'Ann', 'referenceType=nam', 'referenceRelation=same']);
  });

  test('numbers tell which value belongs to which annotation of a stack', () => {
    const document = onlyDocument(
      file(['#T_SP=webanno.custom.Role|kind|value'], ['#Text=Ann', '1-1\t0-3\tAnn\tb[2]\tONE[1]|TWO[2]|[3]']),
    );
    expect(spansOf(document)).toEqual([
      ['ONE', 'Ann'],
      ['TWO', 'Ann', 'kind=b'],
      ['Role', 'Ann'],
    ]);
  });

  test('a relation of a word to itself, as the root of a sentence has, is told once', () => {
    const { documents, problems } = read(
      file(
        ['#T_SP=a.POS|PosValue', '#T_RL=a.Dependency|DependencyType|BT_a.POS'],
        [
          '#Text=Ann ran off',
          '1-1\t0-3\tAnn\tN\tsubj\t1-2',
          '1-2\t4-7\tran\tV\troot\t1-2',
          '1-3\t8-11\toff\tP\troot\t1-3',
        ],
      ),
    );
    expect(linksOf(documents[0]!)).toEqual([['Dependency', 'ran', 'Ann']]);
    expect(problems.filter(({ message }) => message.includes('does not join'))).toHaveLength(1);
  });

  test('a sentence of several lines and white space before its first word keep their places', () => {
    const document = onlyDocument(
      file(
        ['#T_SP=webanno.custom.Part|'],
        [
          '#Text=One',
          '#Text=two',
          '1-1\t0-3\tOne\t*[1]',
          '1-2\t4-7\ttwo\t*[1]',
          '',
          '#Text=  three',
          '2-1\t11-16\tthree\t*',
        ],
      ),
    );
    expect(document.text).toBe('One\ntwo\n\n  three');
    expect(spansOf(document).map(([, words]) => words)).toEqual(['One\ntwo', 'three']);
  });

  test('what is escaped in text and values is read as it was, and text without escapes too', () => {
    for (const text of ['a\\[b\\]\\\\ b', 'a[b]\\ b']) {
      const document = onlyDocument(file(['#T_SP=webanno.custom.Part|kind'], escapedBody(text)));
      expect(document.text).toBe('a[b]\\ b');
      expect(spansOf(document)).toEqual([
        ['Part', 'a[b]\\', 'kind=x|y_[1]->z;*'],
        ['Part', 'b', 'kind=_'],
      ]);
    }
  });

  test('documents and annotators are named after the folders of an INCEpTION export', () => {
    const [document] = read(file([NER], T), 'export/annotation/doc-1.txt/ann.tsv').documents;
    expect([document!.name, document!.layers[0]!.annotator]).toEqual(['doc-1.txt', 'ann']);
  });

  test.each([
    ['an older version', '#FORMAT=WebAnno TSV 2\n', 'older WebAnno TSV'],
    ['another file', 'a\tb\n', 'no WebAnno TSV'],
    ['a row before any text', '#FORMAT=WebAnno TSV 3.3\n1-1\t0-3\tAnn\n', 'no row'],
    ['a row without offsets', file([NER], ['#Text=Ann', '1-1\tx\tAnn\t_\t_']), 'no row'],
    ['offsets far behind', file([NER], ['#Text=Ann', '1-1\t900000000-900000003\tAnn\t*\tX']), 'far behind'],
    [
      'sentences in one another',
      file([NER], ['#Text=Ann', '1-1\t0-3\tAnn\t_\t_', '#Text=Bo', '2-1\t1-3\tBo\t_\t_']),
      'does not begin',
    ],
    [
      'a relation to nothing',
      file(['#T_SP=a.B|', '#T_RL=a.R|BT_a.B'], ['#Text=Ann', '1-1\t0-3\tAnn\t*\t7-7[9_9]']),
      'does not join',
    ],
    ['an empty annotation', file([NER], ['#Text=Ann', '1-1\t0-3\tAnn\t_\t_', '1-1.1\t2-2\t\t*\tX']), 'marks no words'],
    ['a NUL', '#FORMAT=WebAnno TSV 3.3\n\0', 'binary'],
  ])('%s is a problem', (_name, text, message) => {
    const { problems } = read(text);
    expect(problems.map((problem) => problem.message).join('\n')).toContain(message);
    expect(problems[0]!.place).toMatch(/^doc-1\.tsv/);
  });

  test('a long file of one word with many annotations is read to its end', () => {
    const stack = Array.from({ length: 20_000 }, (_, index) => `X[${index + 1}]`).join('|');
    const { documents } = read(
      file(['#T_SP=a.B|value'], ['#Text=Ann', `1-1\t0-3\tAnn\t${stack}`, `1-1.1\t0-1\tA\t${'\\'.repeat(200_001)}`]),
    );
    expect(documents[0]!.layers[0]!.spans).toHaveLength(20_001);
  });
});

test('a number in brackets belongs to the cell only where the bracket is not escaped', () => {
  expect(cellEntries('a\\[1\\]|b[2]|*[3]|c\\\\[4]')).toEqual([
    { raw: 'a\\[1\\]', value: 'a[1]', number: 0 },
    { raw: 'b', value: 'b', number: 2 },
    { raw: '*', value: undefined, number: 3 },
    { raw: 'c\\\\', value: 'c\\', number: 4 },
  ]);
});
