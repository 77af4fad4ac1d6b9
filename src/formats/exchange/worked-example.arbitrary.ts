import { type LabelId } from '#core/labels/label-id.ts';
import { type Label, type LabelSet } from '#core/labels/label-set.ts';
import { type LinkTypeId } from '#core/labels/link-type.ts';
import { type Bundle } from '#core/bundle/bundle.ts';
import { type AnnotatorId, type Article, type Layer, type ProjectId } from '#core/project/project.ts';
import { type LinkId } from '#core/spans/link.ts';
import { compareSpans, type Span, type SpanId } from '#core/spans/span.ts';
import { articleIdOf } from '#formats/article-id.ts';
import { type FilePart, type WriteOptions } from './dataset.ts';
import { type Format } from './format.ts';
import { defaultOptions } from './default-options.ts';
import { createLossList, type Loss } from './losses.ts';
import { AS_IT_IS, bundleParts } from './write-dataset.ts';

/** An emoji before almost everything, so that offsets in code points and in UTF-16 differ, and two sentences. For tests only. */
export const EXAMPLE_TEXT = '“Hi 🎉” said Ann Lee of Rome.\nTaxes rose 4%.';

/** As the export screen starts with. */
const EXAMPLE_OPTIONS = defaultOptions({ unit: 'code-point', variants: [] });

/** A span of the example: its id, label and the words of each of its parts. */
export type ExampleSpan = readonly [id: string, label: string, ...parts: string[]];

const SPANS: readonly ExampleSpan[] = [
  ['s1', 'QUOTE', '“Hi 🎉”'],
  ['s2', 'ENTITY', 'Ann Lee'],
  ['s3', 'ENTITY', 'Rome'],
  ['s4', 'CLAIM', 'Taxes rose 4%'],
];

/** One article with a layer by ann1; a link joins the first two spans. For tests only. */
export function exampleBundle(spans: readonly ExampleSpan[] = SPANS, text: string = EXAMPLE_TEXT): Bundle {
  const article: Article = {
    id: articleIdOf(text),
    text,
    title: 'Taxes',
    source: 'https://news.example/1',
    date: '2025-01-02',
    language: 'en',
    original: { newline: 'lf', byteOrderMark: false, replaced: 0 },
    correctionOf: '',
  };
  const layer: Layer = {
    articleId: article.id,
    annotatorId: 'ann1' as AnnotatorId,
    status: 'done',
    spans: spans.map((each) => spanOf(text, each)).toSorted(compareSpans),
    links:
      spans.length < 2
        ? []
        : [
            {
              id: 'l1' as LinkId,
              type: 'speaker' as LinkTypeId,
              from: spans[0]![0] as SpanId,
              to: spans[1]![0] as SpanId,
              origin: 'hand',
              createdAt: AT,
            },
          ],
    changedAt: AT,
  };
  return {
    project: { id: 'p' as ProjectId, name: 'News', guidelines: [], labelSet: labelSetOf() },
    annotators: [{ id: 'ann1' as AnnotatorId, name: 'Ann One' }],
    articles: [article],
    layers: [layer],
    decisions: [],
    threads: [],
  };
}

const AT = '2025-01-02T03:04:05.000Z';

function spanOf(text: string, [id, label, ...parts]: ExampleSpan): Span {
  let at = 0;
  const ranges = parts.map((part) => {
    const from = text.indexOf(part, at);
    if (from < 0) throw new Error(`“${part}” is not in the text`);
    at = from + part.length;
    return { from, to: at };
  });
  return {
    id: id as SpanId,
    label: label as LabelId,
    ranges,
    attributes: [],
    note: '',
    origin: 'hand',
    createdAt: AT,
    changedAt: AT,
  };
}

function labelSetOf(): LabelSet {
  return {
    labels: ['ENTITY', 'CLAIM', 'QUOTE'].map(labelOf),
    linkTypes: [
      { id: 'speaker' as LinkTypeId, name: '', description: '', from: [], to: [], isSingle: false, isRequired: false },
    ],
  };
}

function labelOf(id: string): Label {
  return {
    id: id as LabelId,
    name: id.toLowerCase(),
    description: '',
    key: '',
    tone: 'blue',
    channel: 'fill',
    smartExtent: 'word',
    overlapsItself: true,
    attributes: [],
  };
}

/** What a format makes of a bundle: its parts as they come, the text of each file by its path, and what is lost. For tests only. */
export async function writeBundle(
  format: Format,
  bundle: Bundle,
  options: Partial<WriteOptions> = {},
): Promise<{
  readonly parts: readonly FilePart[];
  readonly files: ReadonlyMap<string, string>;
  readonly losses: readonly Loss[];
}> {
  const losses = createLossList();
  const request = { prepare: AS_IT_IS, options: { ...EXAMPLE_OPTIONS, ...options } };
  const parts = [...(await bundleParts(format, bundle, request, losses))];
  const files = new Map<string, string>();
  for (const { path, content } of parts) {
    if (typeof content === 'string') files.set(path, (files.get(path) ?? '') + content);
  }
  return { parts, files, losses: losses.all };
}

/** The reasons of losses with the span that each is about, without those that a whole layer shares. For tests only. */
export function spanReasons(losses: readonly Loss[]): readonly string[] {
  const wholesale = new Set(['ids-dropped', 'times-dropped', 'origin-dropped', 'attribute-dropped', 'note-dropped']);
  return losses
    .filter(({ reason, spanId }) => spanId !== undefined && !wholesale.has(reason))
    .map(({ reason, spanId }) => `${spanId} ${reason}`);
}
