import * as fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { exchangedBundleArbitrary } from '#formats/exchange/round-trip.arbitrary.ts';
import {
  EXAMPLE_TEXT,
  exampleArticle,
  exampleAttributes,
  exampleLayer,
  exampleSpan,
  workedExample,
} from '#formats/exchange/example.arbitrary.ts';
import { writeArticles } from '#formats/exchange/written.arbitrary.ts';
import { TEI } from './about.ts';
import { hasForbidden, xmlAttribute, xmlText } from './xml-text.ts';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** The document as a tree; throws where it is not well-formed. */
function parsed(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes, children: [], text: '' };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', (text) => (open.at(-1)!.text += text));
  parser.write(xml).close();
  return root.children[0]!;
}

function all(element: Element, name: string): readonly Element[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
}

function notes(element: Element, type: string): readonly Element[] {
  return all(element, 'note').filter(({ attributes }) => attributes['type'] === type);
}

/** The words that pointers of the form #string-range(id,offset,length) lead to, counted in code points. */
function pointedAt(document: Element, pointers: string): readonly string[] {
  const characters = Array.from(all(document, 'ab').find(({ attributes }) => attributes['xml:id'] === 'txt')!.text);
  return pointers.split(' ').map((pointer) => {
    const [, offset, length] = /^#string-range\(txt,(\d+),(\d+)\)$/.exec(pointer)!;
    return characters.slice(Number(offset), Number(offset) + Number(length)).join('');
  });
}

/** The ids in a document that are used twice, and the pointers to ids that nothing has. */
function brokenIds(document: Element): readonly string[] {
  const ids = new Set<string>();
  const broken: string[] = [];
  const pointers: string[] = [];
  const visit = ({ attributes, children }: Element): void => {
    const id = attributes['xml:id'];
    if (id !== undefined && (ids.has(id) || !/^[A-Za-z][\w-]*$/.test(id))) broken.push(id);
    if (id !== undefined) ids.add(id);
    for (const name of ['ana', 'who', 'ref', 'target']) pointers.push(...(attributes[name] ?? '').split(' '));
    children.forEach(visit);
  };
  visit(document);
  return [...broken, ...pointers.filter((pointer) => /^#[\w-]+$/.test(pointer) && !ids.has(pointer.slice(1)))];
}

async function exampleDocument(): Promise<Element> {
  const { files } = await writeArticles(TEI, [workedExample()]);
  return parsed(files.get('0001-Taxes-parties.xml')!);
}

describe('the worked example', () => {
  test('has its text untouched in one element, and a header with where it is from', async () => {
    const document = await exampleDocument();
    expect(document).toMatchObject({ name: 'TEI', attributes: { xmlns: 'http://www.tei-c.org/ns/1.0' } });
    expect(all(document, 'ab').find(({ attributes }) => attributes['xml:space'] === 'preserve')!.text).toBe(
      EXAMPLE_TEXT,
    );
    expect(all(document, 'title').map(({ text }) => text)).toEqual(['Taxes & parties', 'Taxes & parties']);
    expect(notes(document, 'source')).toMatchObject([{ text: 'https://news.example/taxes' }]);
    expect(all(document, 'date')).toMatchObject([{ attributes: { when: '2025-01-01' }, text: '2025-01-01' }]);
    expect(all(document, 'language')).toMatchObject([{ attributes: { ident: 'en' } }]);
  });

  test('points from each annotation to the words of its span, by offset and length in code points', async () => {
    const document = await exampleDocument();
    const spans = all(document, 'annotation').filter(({ attributes }) => attributes['motivation'] === 'classifying');
    expect(
      spans.map(({ attributes }) => [
        attributes['n'],
        attributes['target'],
        pointedAt(document, attributes['target']!),
      ]),
    ).toEqual([
      ['s1', '#string-range(txt,0,6)', ['“Hi 🎉”']],
      ['s2', '#string-range(txt,12,7)', ['Ann Lee']],
      ['s3', '#string-range(txt,16,3)', ['Lee']],
      ['s5', '#string-range(txt,23,4) #string-range(txt,29,5)', ['Rome', 'Taxes']],
      ['s4', '#string-range(txt,29,13)', ['Taxes rose 4%']],
      ['s1', '#string-range(txt,23,4)', ['Rome']],
    ]);
  });

  test('has labels, attributes, notes, times and links as annotations have them in TEI', async () => {
    const document = await exampleDocument();
    const [first] = all(document, 'annotation');
    expect(notes(first!, 'label')).toMatchObject([{ text: 'quote' }]);
    expect(notes(first!, 'comment')).toMatchObject([{ text: 'a = b?' }]);
    expect(notes(first!, 'attribute').map(({ attributes, text }) => ({ ...attributes, text }))).toEqual([
      { type: 'attribute', n: 'cue', target: '#string-range(txt,7,4)', text: 'said' },
      { type: 'attribute', n: 'form', text: 'direct' },
    ]);
    expect(all(first!, 'change').map(({ attributes }) => attributes)).toEqual([
      { status: 'created', when: '2025-01-02T03:04:05.000Z' },
      { status: 'modified', when: '2025-01-02T03:04:06.000Z' },
    ]);
    const links = all(document, 'annotation').filter(({ attributes }) => attributes['motivation'] === 'linking');
    expect(links.map(({ attributes }) => [attributes['n'], attributes['target']])).toEqual([
      ['l2', '#a1-s5 #a1-s2'],
      ['l1', '#a1-s1 #a1-s2'],
    ]);
    expect(links.map((link) => notes(link, 'relation')[0]!.text)).toEqual(['claimant', 'speaker']);
  });

  test('says who annotated and how far each is, and points to nothing that is not there', async () => {
    const document = await exampleDocument();
    expect(all(document, 'titleStmt')[0]!.children.slice(1)).toMatchObject([
      { attributes: { 'xml:id': 'annotator-1', n: 'ann1' }, children: [{ text: 'annotator' }, { text: 'Ada One' }] },
      { attributes: { 'xml:id': 'annotator-2', n: 'ann2' } },
    ]);
    const header = all(document, 'teiHeader')[0]!;
    expect(all(header, 'change').map(({ attributes }) => [attributes['who'], attributes['status']])).toEqual([
      ['#annotator-1', 'in-progress'],
      ['#annotator-2', 'in-progress'],
    ]);
    expect(brokenIds(document)).toEqual([]);
  });
});

test('an article without spans has no stand-off part, which TEI would not have empty', async () => {
  const article = exampleArticle('');
  const layers = [exampleLayer(article, [])];
  const { files } = await writeArticles(TEI, [{ article, layers, split: 'test' }]);
  const document = parsed(files.get('test/0001-Taxes-parties.xml')!);
  expect(document.children.map(({ name }) => name)).toEqual(['teiHeader', 'text']);
});

test('a date or time that no calendar has is kept, but not as one', async () => {
  const article = exampleArticle('Rome', { date: '2024-02-31' });
  const span = exampleSpan('s1', 'entity', [[0, 4]], { createdAt: '2024-02-31T03:04:05Z' });
  const layers = [{ ...exampleLayer(article, [span]), changedAt: '' }];
  const { files } = await writeArticles(TEI, [{ article, layers, split: undefined }]);
  const document = parsed(files.get('0001-Taxes-parties.xml')!);
  expect(all(document, 'date')).toMatchObject([{ attributes: { n: '2024-02-31' }, text: '2024-02-31' }]);
  expect(all(document, 'change').map(({ attributes }) => attributes)).toEqual([
    { who: '#annotator-1', status: 'in-progress' },
    { status: 'created', n: '2024-02-31T03:04:05Z' },
    { status: 'modified', when: '2025-01-02T03:04:06.000Z' },
  ]);
});

test('whatever is in a project, the document is well-formed and every pointer leads to the words of its span', async () => {
  for (const { project, annotators, articles, layers } of fc.sample(exchangedBundleArbitrary(), {
    seed: 11,
    numRuns: 150,
  })) {
    for (const article of articles) {
      const own = layers.filter(({ articleId }) => articleId === article.id);
      const { files } = await writeArticles(TEI, [{ article, layers: own, split: undefined }], {}, project, annotators);
      const document = parsed([...files.values()][0]!);
      expect(brokenIds(document)).toEqual([]);
      const spans = all(document, 'annotation').filter(({ attributes }) => attributes['motivation'] === 'classifying');
      const words = (text: string): string => replaced(text);
      expect(spans.map(({ attributes }) => pointedAt(document, attributes['target']!))).toEqual(
        own.flatMap((layer) =>
          layer.spans.map(({ ranges }) => ranges.map(({ from, to }) => words(article.text.slice(from, to)))),
        ),
      );
      expect(spans.map((span) => notes(span, 'quote').map(({ text }) => text))).toEqual(
        spans.map(({ attributes }) => pointedAt(document, attributes['target']!)),
      );
      expect(spans.map(({ attributes }) => attributes['n'])).toEqual(
        own.flatMap((layer) => layer.spans.map(({ id }) => replaced(id))),
      );
    }
  }
});

/** What XML makes of a text: one space for each character that it cannot hold. */
function replaced(text: string): string {
  return Array.from(text, (character) => (hasForbidden(character) ? ' ' : character)).join('');
}

test('every item with a character that XML cannot hold is named', async () => {
  const article = exampleArticle('A\fB');
  const span = exampleSpan('s1', 'entity', [[0, 3]], {
    note: 'n\u0001',
    attributes: exampleAttributes(['themes', []], ['wikidata', 'Q\u0002']),
  });
  const clean = exampleSpan('s2', 'entity', [[2, 3]], { note: 'tab\tand line\n' });
  const { losses } = await writeArticles(TEI, [
    { article, layers: [exampleLayer(article, [span, clean])], split: undefined },
  ]);
  const at = { articleId: article.id, annotatorId: 'ann1', spanId: 's1' };
  expect(
    losses.filter(({ reason }) => reason === 'control-character-replaced' || reason === 'attribute-dropped'),
  ).toEqual([
    { reason: 'control-character-replaced', articleId: article.id, detail: 'Taxes & parties' },
    { reason: 'control-character-replaced', ...at, detail: 'n\u0001' },
    { reason: 'attribute-dropped', ...at, attribute: 'themes', detail: 'themes' },
    { reason: 'control-character-replaced', ...at, attribute: 'wikidata', detail: 'Q\u0002' },
  ]);
});

test.each([
  ['a<b & c]]>', 'a&lt;b &amp; c]]&gt;'],
  ['\u0000\u000B\uFFFE\uFFFF\uD83D', '     '],
  ['tab\tline\nNEL\u0085 LS\u2028 🎉', 'tab\tline\nNEL\u0085 LS\u2028 🎉'],
  ['\r', '&#13;'],
])('XML content of %j is %j', (text, expected) => {
  expect(xmlText(text)).toBe(expected);
});

test('the value of an attribute keeps quotes, tabs and line ends', () => {
  expect(xmlAttribute('"a"\t\n')).toBe('&quot;a&quot;&#9;&#10;');
});
