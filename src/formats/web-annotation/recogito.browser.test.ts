import {
  parseW3CTextAnnotation,
  reviveAnnotation,
  serializeW3CTextAnnotation,
  type TextAnnotation,
  type W3CTextAnnotation,
} from '@recogito/text-annotator';
import { describe, expect, test } from 'vitest';
import { workedExample } from '#formats/exchange/example.arbitrary.ts';
import { sourceFiles, writeArticles } from '#formats/exchange/written.arbitrary.ts';
import { WEB_ANNOTATION } from './about.ts';
import { readWebAnnotation } from './read.ts';

const STEM = '0001-Taxes-parties';

async function written(variant: string): Promise<ReadonlyMap<string, string>> {
  return (await writeArticles(WEB_ANNOTATION, [workedExample()], { variant })).files;
}

function parsed(annotation: W3CTextAnnotation): TextAnnotation {
  const { parsed: result, error } = parseW3CTextAnnotation(annotation);
  if (!result) throw error ?? new Error('not parsed');
  return result;
}

/** The words that Recogito finds for an annotation in a page that shows the text. */
function wordsIn(text: string, annotation: W3CTextAnnotation): readonly string[] {
  const container = document.createElement('pre');
  container.textContent = text;
  document.body.replaceChildren(container);
  return reviveAnnotation(parsed(annotation), container).target.selector.map(({ range }) => range.toString());
}

describe('Recogito’s own code', () => {
  test('finds the words of every span that was written for it', async () => {
    const files = await written('recogito');
    const annotations = JSON.parse(files.get(`${STEM}.json`)!) as readonly W3CTextAnnotation[];
    expect(annotations.map((annotation) => wordsIn(files.get(`${STEM}.txt`)!, annotation))).toEqual([
      ['“Hi 🎉”'],
      ['Ann Lee'],
      ['Lee'],
      ['Rome', 'Taxes'],
      ['Taxes rose 4%'],
      ['Rome'],
    ]);
  });

  test('finds other words where offsets follow the standard, which is why there are two forms', async () => {
    const files = await written('spec');
    const { items } = JSON.parse(files.get(`${STEM}.jsonld`)!) as { readonly items: readonly W3CTextAnnotation[] };
    expect(wordsIn(files.get(`${STEM}.txt`)!, items[1]!)).toEqual([' Ann Le']);
  });

  test('takes labels, values and notes as bodies, and who made the annotation', async () => {
    const files = await written('recogito');
    const [first] = JSON.parse(files.get(`${STEM}.json`)!) as readonly W3CTextAnnotation[];
    expect(parsed(first!)).toMatchObject({
      bodies: [
        { purpose: 'tagging', value: 'quote' },
        {},
        { purpose: 'describing', value: 'direct' },
        { value: 'a = b?' },
      ],
      target: { creator: { name: 'Ada One' }, created: new Date('2025-01-02T03:04:05.000Z') },
    });
  });

  test('writes files that are read as what went in', async () => {
    const files = await written('recogito');
    const annotations = JSON.parse(files.get(`${STEM}.json`)!) as readonly W3CTextAnnotation[];
    const source = `urn:spanmark:article:${workedExample().article.id}`;
    const saved = annotations.map((annotation) => ({
      ...serializeW3CTextAnnotation(parsed(annotation), source),
      creator: annotation.creator,
    }));
    const resaved = new Map([...files, [`${STEM}.json`, JSON.stringify(saved)]]);
    const before = readWebAnnotation(sourceFiles(files));
    const after = readWebAnnotation(sourceFiles(resaved));
    expect(after.problems).toEqual([]);
    const spans = (dataset: typeof before): unknown =>
      dataset.documents[0]!.layers[0]!.spans.map((span) => ({ ...span, prefix: '', suffix: '' }));
    expect(spans(after)).toEqual(spans(before));
  });
});
