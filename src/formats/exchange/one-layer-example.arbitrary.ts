import { type AttributeId } from '#core/labels/attribute.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type LinkTypeId } from '#core/labels/link-type.ts';
import { type AnnotatorId, type Article, type ArticleId, type Layer, type ProjectId } from '#core/project/project.ts';
import { type LinkId } from '#core/spans/link.ts';
import { type Span, type SpanId } from '#core/spans/span.ts';
import { type AnnotatedArticle, type CreateWriter, type WriteOptions } from './dataset.ts';
import { defaultOptions } from './default-options.ts';
import { createLossList, type Loss } from './losses.ts';
import { type SourceFile } from './loose.ts';

/** A text in which every unit of offsets gives other numbers: 43 code points, 44 UTF-16 code units, 50 bytes. */
export const WORKED_TEXT = '“Hi 🎉” said Ann Lee of Rome.\nTaxes rose 4%.';

/** The spans of the worked example: [id, label, ranges in UTF-16 code units]. */
const SPANS: readonly (readonly [string, string, readonly (readonly [number, number])[]])[] = [
  ['s1', 'QUOTE', [[0, 7]]],
  ['s2', 'ENTITY', [[13, 20]]],
  ['s3', 'ENTITY', [[17, 20]]],
  ['s4', 'CLAIM', [[24, 35]]],
  [
    's5',
    'CLAIM',
    [
      [30, 35],
      [41, 43],
    ],
  ],
];

const AT = '2024-06-17T09:30:00.000Z';

/** An article with the worked text and one layer, whose first span has an attribute of each sort, a note and a link. */
export function workedExample(): AnnotatedArticle {
  const articleId = 'article-1' as ArticleId;
  const article: Article = {
    id: articleId,
    title: 'Ann Lee',
    source: '',
    date: '2024-06-17',
    language: 'en',
    original: { newline: 'lf', byteOrderMark: false, replaced: 0 },
    correctionOf: '',
    text: WORKED_TEXT,
  };
  const spans = SPANS.map(([id, label, ranges]): Span => {
    return {
      id: id as SpanId,
      label: label as LabelId,
      ranges: ranges.map(([from, to]) => ({ from, to })),
      attributes: id === 's1' ? FIRST_ATTRIBUTES : [],
      note: id === 's1' ? 'a note\non two lines' : '',
      origin: 'hand',
      createdAt: AT,
      changedAt: AT,
    };
  });
  const link = { id: 'l1' as LinkId, type: 'speaker' as LinkTypeId, from: 's1' as SpanId, to: 's2' as SpanId };
  const layer: Layer = {
    articleId,
    annotatorId: 'ann1' as AnnotatorId,
    status: 'done',
    spans,
    links: [{ ...link, origin: 'hand', createdAt: AT }],
    changedAt: AT,
  };
  return { article, layers: [layer], split: undefined };
}

const FIRST_ATTRIBUTES: Span['attributes'] = [
  { id: 'cue' as AttributeId, value: { from: 8, to: 12 } },
  { id: 'direct' as AttributeId, value: true },
  { id: 'stance' as AttributeId, value: 'pro' },
];

const OPTIONS = defaultOptions({ unit: 'code-point', variants: [] });

/** The files that the writer makes of the articles, as texts by their paths, and what it lost. */
export function written(
  createWriter: CreateWriter,
  articles: readonly AnnotatedArticle[],
  options: Partial<WriteOptions> = {},
): { readonly files: ReadonlyMap<string, string>; readonly losses: readonly Loss[] } {
  const losses = createLossList();
  const project = {
    id: 'project' as ProjectId,
    name: 'Project',
    labelSet: { labels: [], linkTypes: [] },
    guidelines: [],
  };
  const ids = new Set(articles.flatMap(({ layers }) => layers.map(({ annotatorId }) => annotatorId)));
  const annotators = [...ids].map((id) => ({ id, name: id }));
  const writer = createWriter({ project, annotators }, { ...OPTIONS, ...options }, losses);
  const files = new Map<string, string>();
  const parts = [...writer.begin(), ...articles.flatMap((each) => [...writer.article(each)]), ...writer.end()];
  for (const { path, content } of parts) {
    const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
    files.set(path, (files.get(path) ?? '') + text);
  }
  return { files, losses: losses.all };
}

/** A file for a reader. */
export function source(path: string, content: string | Uint8Array): SourceFile {
  return { path, bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content };
}

/** Contents that no reader may choke on, for files of any name. */
export function hostileContents(valid: string): readonly (string | Uint8Array)[] {
  const bytes = new TextEncoder().encode(valid);
  return [
    '',
    '\uFEFF',
    '\u0000',
    '\n\n\n',
    'null',
    '[null, 1, "x", [], {}]',
    '{"a":'.repeat(20_000),
    '['.repeat(100_000),
    Uint8Array.of(0xff, 0xfe, 0x00),
    Uint8Array.of(0x80, 0x81, 0xfe),
    Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0x00),
    ...[1, 2, 3, 4, 5, 6, 7].map((eighths) => bytes.slice(0, Math.floor((bytes.length * eighths) / 8))),
    valid.replaceAll(/\d+/g, '99999999999999999999'),
    valid.replaceAll(/\d+/g, '-1'),
    valid.replaceAll(/\d+/g, 'true'),
    valid.replaceAll('\n', '\r\n'),
    valid.replaceAll(/[a-z]+/g, '__proto__'),
    valid.replaceAll('\t', ' '),
    valid.replaceAll('"', ''),
    `${'\t'.repeat(50_000)}\n${' '.repeat(50_000)}=\n`,
  ];
}
