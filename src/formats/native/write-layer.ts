import { isRange } from '#core/labels/attribute.ts';
import { type Article, type Layer } from '#core/project/project.ts';
import { type Span, type SpanAttribute } from '#core/spans/span.ts';
import { codePointOffsets } from '#core/text/offsets.ts';
import { type TextRange } from '#core/text/range.ts';
import { json, jsonText, withoutEnd } from './write-json.ts';

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

/**
 * A layer in canonical order as a member of `layers`. Laid out by hand: JSON.stringify with indentation takes several times as
 * long, and a file is mostly spans.
 */
export function layerJson({ spans, links, ...about }: Layer, article: MeasuredArticle): string {
  const { articleId, annotatorId, status, changedAt } = about;
  return [
    withoutEnd({ articleId, annotatorId, status, changedAt }, '    '),
    ',\n      "spans": ',
    list(spans, '      ', (span) => spanJson(span, article)),
    ',\n      "links": ',
    list(links, '      ', (link) => json(link, '        ')),
    '\n    }',
  ].join('');
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
