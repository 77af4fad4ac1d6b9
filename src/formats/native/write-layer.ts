import { isRange } from '#core/labels/attribute.ts';
import { type BundledLayer } from '#core/bundle/bundle.ts';
import { type CarriedLog } from '#core/merge/carried-log.ts';
import { type Article } from '#core/project/project.ts';
import { type Span, type SpanAttribute } from '#core/spans/span.ts';
import { canonicalText } from '#core/text/canonical-text.ts';
import { codePointOffsets } from '#core/text/offsets.ts';
import { type TextRange } from '#core/text/range.ts';
import { json, jsonText, withoutEnd, withoutSeparators } from './write-json.ts';

/** A text with the conversion of its offsets, which costs a walk over the text. */
export interface MeasuredArticle {
  readonly text: string;
  readonly toCodePoint: (utf16: number) => number;
}

/** Measures an article's text once for all its layers. */
export function measuredArticle({ text }: Pick<Article, 'text'>): MeasuredArticle {
  const offsets = codePointOffsets(text);
  return { text, toCodePoint: (utf16) => offsets.toCodePoint(utf16) };
}

/** An article in canonical order as a member of `articles`. */
export function articleJson(article: Article): string {
  if (article.pages.length === 0) return json(article, '    ');
  const { toCodePoint } = measuredArticle(article);
  const pages = article.pages.map(({ from, page }) => ({ from, codePointFrom: toCodePoint(from), page }));
  return json({ ...article, pages }, '    ');
}

/**
 * A layer in canonical order as a member of `layers`. Laid out by hand: JSON.stringify with indentation takes several times as
 * long, and a file is mostly spans.
 */
export function layerJson({ spans, links, log, ...about }: BundledLayer, article: MeasuredArticle): string {
  const { articleId, annotatorId, status, changedAt } = about;
  return [
    withoutEnd({ articleId, annotatorId, status, changedAt }, '    '),
    ',\n      "spans": ',
    list(spans, '      ', (span) => spanJson(span, article)),
    ',\n      "links": ',
    list(links, '      ', (link) => json(link, '        ')),
    log ? logJson(log) : '',
    '\n    }',
  ].join('');
}

/** An entry is a line: there are many, and people read the spans. */
function logJson({ after, sum, entries }: CarriedLog): string {
  const lines = list(entries, '        ', (entry) => withoutSeparators(canonicalText(entry)));
  return `,\n      "log": {\n        "after": ${after},\n        "sum": ${jsonText(sum)},\n        "entries": ${lines}\n      }`;
}

function spanJson(
  { id, label, ranges, attributes, note, origin, createdAt, changedAt }: Span,
  article: MeasuredArticle,
) {
  return `{
          "id": ${jsonText(id)},
          "label": ${jsonText(label)},
          "ranges": ${list(ranges, '          ', (range) => rangeJson(range, article, '            '))},
          "attributes": ${list(attributes, '          ', (attribute) => attributeJson(attribute, article))},
          "note": ${jsonText(note)},
          "origin": ${jsonText(origin)},
          "createdAt": ${jsonText(createdAt)},
          "changedAt": ${jsonText(changedAt)}
        }`;
}

function rangeJson({ from, to }: TextRange, { text, toCodePoint }: MeasuredArticle, indent: string): string {
  return `{
${indent}  "from": ${from},
${indent}  "to": ${to},
${indent}  "codePointFrom": ${toCodePoint(from)},
${indent}  "codePointTo": ${toCodePoint(to)},
${indent}  "quote": ${jsonText(text.slice(from, to))}
${indent}}`;
}

function attributeJson({ id, value }: SpanAttribute, article: MeasuredArticle): string {
  return `{
              "id": ${jsonText(id)},
              "value": ${isRange(value) ? rangeJson(value, article, '              ') : valueJson(value)}
            }`;
}

function valueJson(value: Exclude<SpanAttribute['value'], TextRange>): string {
  return typeof value === 'string' ? jsonText(value) : json(value, '              ');
}

function list<T>(values: readonly T[], indent: string, member: (value: T) => string): string {
  if (values.length === 0) return '[]';
  return `[\n${indent}  ${values.map(member).join(`,\n${indent}  `)}\n${indent}]`;
}
