import { isRange } from '#core/labels/attribute.ts';
import { findAttribute, findLabel, type LabelSet } from '#core/labels/label-set.ts';
import { type Layer } from '#core/project/project.ts';
import { quoteOf } from '#core/spans/quote-of.ts';
import { type Span, type SpanAttribute } from '#core/spans/span.ts';
import { type CodePointOffsets, codePointOffsets } from '#core/text/offsets.ts';
import { type TextRange } from '#core/text/range.ts';
import { authorField } from '#formats/exchange/author-field.ts';
import { valueTexts } from '#formats/exchange/attribute-text.ts';
import { annotatorNames } from '#formats/exchange/annotator-names.ts';
import { type AnnotatedArticle, type CreateWriter } from '#formats/exchange/dataset.ts';
import { jsonOnOneLine } from '#formats/exchange/json-on-one-line.ts';
import { type LossLog } from '#formats/exchange/losses.ts';
import { labellingConfig } from './config.ts';
import { type ControlName, controlNames, LABEL_CONTROL, TEXT_OBJECT } from './controls.ts';

/** What is the same for all results of a layer. */
interface Context {
  readonly text: string;
  readonly offsets: CodePointOffsets;
  readonly labelSet: LabelSet;
  readonly controlName: ControlName;
}

/**
 * A list of tasks, one for each article, with an annotation for each layer, and the labelling configuration. Offsets count
 * code points. An interrupted span is a region for each part, of which the later ones name the first in their meta data,
 * where also times and stretches of text are that are values.
 */
export const createLabelStudioWriter: CreateWriter = ({ project, annotators }, _options, losses) => {
  const controlName = controlNames(project.labelSet);
  const nameOf = annotatorNames({ annotators });
  const numbers = new Map<string, number>(annotators.map(({ id }, index) => [id, index + 1]));
  let count = 0;
  const annotationOf = (annotated: AnnotatedArticle, layer: Layer, context: Context): object => {
    const { annotatorId, status, changedAt } = layer;
    if (!numbers.has(annotatorId)) numbers.set(annotatorId, numbers.size + 1);
    return {
      completed_by: numbers.get(annotatorId),
      annotator: annotatorId,
      annotator_name: nameOf(annotatorId),
      status,
      was_cancelled: false,
      ground_truth: false,
      ...(changedAt === '' ? {} : { updated_at: changedAt }),
      result: resultsOf(annotated, layer, context, losses),
    };
  };
  return {
    *begin() {
      yield { path: 'labelling-config.xml', content: labellingConfig(project.labelSet, controlName, losses) };
      yield { path: 'tasks.json', content: '[' };
    },
    *article(annotated) {
      const { article, layers, split } = annotated;
      const { id, text, title, source, date, language } = article;
      const context: Context = { text, offsets: codePointOffsets(text), labelSet: project.labelSet, controlName };
      const task = {
        // Before the text, so that the start of the file tells what it is.
        annotations: layers.map((layer) => annotationOf(annotated, layer, context)),
        predictions: [],
        data: {
          text,
          article: id,
          title,
          ...authorField(article),
          source,
          date,
          language,
          ...(split === undefined ? {} : { split }),
        },
      };
      yield { path: 'tasks.json', content: `${count === 0 ? '' : ','}\n${jsonOnOneLine(task)}` };
      count += 1;
    },
    *end() {
      yield { path: 'tasks.json', content: '\n]\n' };
    },
  };
};

function resultsOf({ article }: AnnotatedArticle, layer: Layer, context: Context, losses: LossLog): readonly object[] {
  const { articleId, annotatorId, spans, links } = layer;
  const ids = new Set<string>(spans.map(({ id }) => id));
  const regions = spans.flatMap((span) => {
    if (span.ranges.length > 1) {
      const detail = quoteOf(article.text, span);
      losses.add({ reason: 'discontinuous-split', articleId, annotatorId, spanId: span.id, detail });
    }
    return regionsOf(span, context, ids);
  });
  const relations = links.map(({ id, type, from, to }) => ({
    type: 'relation',
    from_id: from,
    to_id: to,
    direction: 'right',
    labels: [type],
    meta: { id },
  }));
  return [...regions, ...relations];
}

/** `ids` are those that are taken; the ones of parts are added. */
function regionsOf(span: Span, context: Context, ids: Set<string>): readonly object[] {
  const { text, controlName } = context;
  return span.ranges.flatMap((range, part): readonly object[] => {
    const id = part === 0 ? span.id : freshId(`${span.id}~${part + 1}`, ids);
    const common = { id, to_name: TEXT_OBJECT, origin: 'manual' };
    const place = placeOf(range, context);
    const words = text.slice(range.from, range.to);
    const region = {
      ...common,
      from_name: LABEL_CONTROL,
      type: 'labels',
      value: { ...place, text: words, labels: [span.label] },
      meta: part === 0 ? metaOf(span, context) : { part_of: span.id },
    };
    if (part > 0) return [region];
    const results = span.attributes.map((attribute) => ({
      ...common,
      from_name: controlName(span.label, attribute.id),
      ...resultOf(span, attribute, { ...place, text: words }, context),
    }));
    return [region, ...results];
  });
}

function freshId(wanted: string, ids: Set<string>): string {
  let id = wanted;
  while (ids.has(id)) id = `${id}~`;
  ids.add(id);
  return id;
}

function placeOf({ from, to }: TextRange, { offsets }: Context): { readonly start: number; readonly end: number } {
  return { start: offsets.toCodePoint(from), end: offsets.toCodePoint(to) };
}

/** The note is where Label Studio has it; the rest is what it has no place for. */
function metaOf({ note, createdAt, changedAt, attributes }: Span, context: Context): object {
  const stretches = attributes.flatMap(({ id, value }) => {
    return isRange(value) ? [{ name: id, ...placeOf(value, context) }] : [];
  });
  return {
    ...(note === '' ? {} : { text: [note] }),
    created_at: createdAt,
    changed_at: changedAt,
    ...(stretches.length === 0 ? {} : { stretches }),
  };
}

/** Type and value of the result that sets an attribute. A text area has its words where others have the region’s. */
function resultOf(span: Span, { id, value }: SpanAttribute, place: object, { text, labelSet }: Context): object {
  if (typeof value === 'number') return { type: 'number', value: { ...place, number: value } };
  const { texts } = valueTexts(value, ({ from, to }) => text.slice(from, to));
  const kind = findAttribute(findLabel(labelSet, span.label), id)?.kind;
  const isFree = isRange(value) || (typeof value === 'string' && kind !== 'choice');
  return isFree
    ? { type: 'textarea', value: { ...place, text: texts } }
    : { type: 'choices', value: { ...place, choices: texts } };
}
