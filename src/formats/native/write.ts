import { isRange } from '#core/labels/attribute.ts';
import { type Article, type ArticleId, type Bundle, type Layer } from '#core/project/project.ts';
import { type Span } from '#core/spans/span.ts';
import { type TextRange } from '#core/text/range.ts';
import { type CodePointOffsets, codePointOffsets } from '#core/text/offsets.ts';
import { canonicalBundle } from './canonical.ts';
import { BUNDLE_FORMAT, BUNDLE_VERSION, OFFSETS_NOTE } from './version.ts';

/** A chunk is handed over once it has this many UTF-16 code units; one with a long article is longer. */
const CHUNK_CHARACTERS = 256 * 1024;

/**
 * The bundle as JSON text (2-space indentation, final newline, no byte order mark): lossless, and the same bytes for the
 * same project whatever its order in memory. Throws a RangeError where a layer's article is not in the bundle.
 */
export function writeBundle(bundle: Bundle): string {
  return [...bundleChunks(bundle)].join('');
}

/** What writeBundle gives, in parts to be joined, so that a large project need not be one string. */
export function* bundleChunks(bundle: Bundle): Generator<string> {
  let chunk: string[] = [];
  let size = 0;
  for (const piece of pieces(canonicalBundle(bundle))) {
    chunk.push(piece);
    size += piece.length;
    if (size < CHUNK_CHARACTERS) continue;
    yield chunk.join('');
    chunk = [];
    size = 0;
  }
  yield chunk.join('');
}

function* pieces(bundle: Bundle): Generator<string> {
  const { project, annotators, articles, layers } = bundle;
  const head = { format: BUNDLE_FORMAT, version: BUNDLE_VERSION, offsets: OFFSETS_NOTE, project, annotators };
  const texts = new Map(articles.map(({ id, text }) => [id, text]));
  const measured = measuredTexts(texts);
  yield withoutEnd(head, '');
  yield ',\n  "articles": ';
  yield* list(articles, '  ', (article) => articlePieces(article, '    '));
  yield ',\n  "layers": ';
  yield* list(layers, '  ', (layer) => layerPieces(layer, measured(layer.articleId), '    '));
  yield '\n}\n';
}

function* articlePieces(article: Article, indent: string): Generator<string> {
  yield json(article, indent);
}

function* layerPieces(layer: Layer, measured: MeasuredText, indent: string): Generator<string> {
  const { articleId, annotatorId, status, changedAt, spans, links } = layer;
  yield withoutEnd({ articleId, annotatorId, status, changedAt }, indent);
  yield `,\n${indent}  "spans": `;
  yield* list(spans, `${indent}  `, (span) => spanPieces(span, measured, `${indent}    `));
  yield `,\n${indent}  "links": `;
  yield* list(links, `${indent}  `, (link) => [json(link, `${indent}    `)]);
  yield `\n${indent}}`;
}

function* spanPieces(span: Span, measured: MeasuredText, indent: string): Generator<string> {
  const { id, label, note, origin, createdAt, changedAt } = span;
  const ranges = span.ranges.map((range) => fullRange(range, measured));
  const attributes = span.attributes.map(({ id: attribute, value }) => {
    return { id: attribute, value: isRange(value) ? fullRange(value, measured) : value };
  });
  yield json({ id, label, ranges, attributes, note, origin, createdAt, changedAt }, indent);
}

function fullRange({ from, to }: TextRange, { text, offsets }: MeasuredText) {
  const codePointFrom = offsets.toCodePoint(from);
  const codePointTo = offsets.toCodePoint(to);
  return { from, to, codePointFrom, codePointTo, quote: text.slice(from, to) };
}

interface MeasuredText {
  readonly text: string;
  readonly offsets: CodePointOffsets;
}

/** Layers come by article, so keeping the last text measured means that each is measured once. */
function measuredTexts(texts: ReadonlyMap<ArticleId, string>): (id: ArticleId) => MeasuredText {
  let last: { readonly id: ArticleId; readonly measured: MeasuredText } | undefined;
  return (id) => {
    if (last?.id === id) return last.measured;
    const text = texts.get(id);
    if (text === undefined) throw new RangeError(`a layer is on article ${id}, which the bundle lacks`);
    last = { id, measured: { text, offsets: codePointOffsets(text) } };
    return last.measured;
  };
}

/** A JSON list laid out as JSON.stringify does, without building it as one value. */
function* list<T>(values: readonly T[], indent: string, piecesOf: (value: T) => Iterable<string>): Generator<string> {
  if (values.length === 0) {
    yield '[]';
    return;
  }
  let before = '[';
  for (const value of values) {
    yield `${before}\n${indent}  `;
    yield* piecesOf(value);
    before = ',';
  }
  yield `\n${indent}]`;
}

/** JSON has no raw line ends inside strings, so each line end found is one of the layout. */
function json(value: object, indent: string): string {
  return JSON.stringify(value, null, 2)
    .replaceAll('\n', `\n${indent}`)
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}

/** The object's JSON up to its last field, for more fields to follow. */
function withoutEnd(value: object, indent: string): string {
  return json(value, indent).slice(0, -`\n${indent}}`.length);
}
