import { type Annotator, type AnnotatorId, type Article } from '#core/project/project.ts';
import { type Link } from '#core/spans/link.ts';
import { type Span, type SpanAttribute } from '#core/spans/span.ts';
import { type OffsetUnit, type UnitOffsets, unitOffsets } from '#core/text/offset-units.ts';
import { type TextRange } from '#core/text/range.ts';
import { valueTexts } from '#formats/exchange/attribute-text.ts';
import { iriOf } from '#formats/exchange/iri.ts';
import { quoteContext } from './quote-context.ts';

/** What the annotations of one article have in common. */
export interface Annotated {
  readonly article: Article;
  readonly offsets: UnitOffsets;
  readonly names: ReadonlyMap<AnnotatorId, string>;
}

/** The article with its offsets counted once. */
export function annotated(article: Article, unit: OffsetUnit, annotators: readonly Annotator[]): Annotated {
  return {
    article,
    offsets: unitOffsets(article.text, unit),
    names: new Map(annotators.map(({ id, name }) => [id, name])),
  };
}

/** The annotator as a person; `nickname` is the id, `name` is left out where it is empty. */
export function personOf({ names }: Annotated, id: AnnotatorId): object {
  const name = names.get(id) ?? '';
  return { id: iriOf('annotator', id), type: 'Person', nickname: id, ...(name === '' ? {} : { name }) };
}

/**
 * The span as an annotation: its label a tag, each value of an attribute a describing body with the attribute's id, its note
 * a comment. Each of its ranges is a target with its words and its position.
 */
export function spanAnnotation(about: Annotated, annotatorId: AnnotatorId, span: Span): object {
  const { article } = about;
  return {
    id: iriOf('span', article.id, annotatorId, span.id),
    type: 'Annotation',
    motivation: 'classifying',
    creator: personOf(about, annotatorId),
    created: span.createdAt,
    modified: span.changedAt,
    body: [
      textualBody('tagging', span.label),
      ...span.attributes.flatMap((attribute) => attributeBodies(about, attribute)),
      ...(span.note === '' ? [] : [textualBody('commenting', span.note)]),
    ],
    target: span.ranges.map((range) => placeOf(about, range)),
  };
}

/** The link as an annotation on the annotation that it starts from; its type is a tag, the annotation where it ends a body. */
export function linkAnnotation(about: Annotated, annotatorId: AnnotatorId, link: Link): object {
  const { article } = about;
  return {
    id: iriOf('link', article.id, annotatorId, link.id),
    type: 'Annotation',
    motivation: 'linking',
    creator: personOf(about, annotatorId),
    created: link.createdAt,
    body: [
      textualBody('tagging', link.type),
      { id: iriOf('span', article.id, annotatorId, link.to), type: 'Annotation' },
    ],
    target: iriOf('span', article.id, annotatorId, link.from),
  };
}

function textualBody(purpose: string, value: string): object {
  return { type: 'TextualBody', purpose, value, format: 'text/plain' };
}

function attributeBodies(about: Annotated, { id, value }: SpanAttribute): readonly object[] {
  const { texts, range } = valueTexts(value, ({ from, to }) => about.article.text.slice(from, to));
  if (range) return [{ type: 'SpecificResource', purpose: 'describing', attribute: id, ...placeOf(about, range) }];
  return texts.map((text) => ({ ...textualBody('describing', text), attribute: id }));
}

function placeOf({ article, offsets }: Annotated, range: TextRange): object {
  const { text } = article;
  return {
    source: iriOf('article', article.id),
    selector: [
      { type: 'TextQuoteSelector', exact: text.slice(range.from, range.to), ...quoteContext(text, range) },
      { type: 'TextPositionSelector', start: offsets.fromUtf16(range.from), end: offsets.fromUtf16(range.to) },
    ],
  };
}
