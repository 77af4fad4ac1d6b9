import { type Layer } from '#core/project/project.ts';
import { type Span, type SpanAttribute } from '#core/spans/span.ts';
import { type CodePointOffsets } from '#core/text/offsets.ts';
import { type TextRange } from '#core/text/range.ts';
import { valueTexts } from '#formats/exchange/attribute-text.ts';
import { type Names } from './header.ts';
import { dateAttribute } from './when.ts';
import { xmlAttribute, xmlText } from './xml-text.ts';

/** What annotations of an article point into. */
export interface Pointing {
  readonly text: string;
  readonly offsets: CodePointOffsets;
  readonly names: Names;
}

/** A list of annotations for each layer that has spans; empty where none has. */
export function standOff(layers: readonly Layer[], pointing: Pointing): string {
  const lists = layers.flatMap((layer, index) => {
    return layer.spans.length === 0 ? [] : [annotationList(layer, index + 1, pointing)];
  });
  return lists.length === 0 ? '' : `<standOff>\n${lists.join('\n')}\n</standOff>\n`;
}

/** Ids of spans are unique in a layer only, and may hold what an id of XML may not: they are numbered. */
function annotationList({ annotatorId, spans, links }: Layer, number: number, pointing: Pointing): string {
  const spanNames = new Map(spans.map(({ id }, index) => [id, `a${number}-s${index + 1}`]));
  const who = `<respStmt><resp>annotator</resp><name n="${xmlAttribute(annotatorId)}" ref="#${pointing.names.annotator(annotatorId)}"/></respStmt>`;
  const ofSpans = spans.map((span) => spanAnnotation(span, spanNames.get(span.id)!, who, pointing));
  const ofLinks = links.map(({ id, type, from, to, createdAt }, index) =>
    [
      `<annotation xml:id="a${number}-l${index + 1}" n="${xmlAttribute(id)}" motivation="linking" target="#${spanNames.get(from)} #${spanNames.get(to)}" ana="#${pointing.names.linkType(type)}">`,
      `${who}<revisionDesc><change status="created"${dateAttribute(createdAt)}/></revisionDesc>`,
      `<note type="relation">${xmlText(type)}</note></annotation>`,
    ].join(''),
  );
  return `<listAnnotation n="${xmlAttribute(annotatorId)}">\n${[...ofSpans, ...ofLinks].join('\n')}\n</listAnnotation>`;
}

function spanAnnotation(span: Span, name: string, who: string, pointing: Pointing): string {
  const { id, label, ranges, attributes, note, createdAt, changedAt } = span;
  const target = ranges.map((range) => stringRange(range, pointing)).join(' ');
  return [
    `<annotation xml:id="${name}" n="${xmlAttribute(id)}" motivation="classifying" target="${target}" ana="#${pointing.names.label(label)}">`,
    `${who}<revisionDesc><change status="created"${dateAttribute(createdAt)}/><change status="modified"${dateAttribute(changedAt)}/></revisionDesc>`,
    ...ranges.map(({ from, to }) => `<note type="quote">${xmlText(pointing.text.slice(from, to))}</note>`),
    `<note type="label">${xmlText(label)}</note>`,
    ...attributes.flatMap((attribute) => attributeNotes(attribute, pointing)),
    note === '' ? '' : `<note type="comment">${xmlText(note)}</note>`,
    `</annotation>`,
  ].join('');
}

function attributeNotes({ id, value }: SpanAttribute, pointing: Pointing): readonly string[] {
  const { texts, range } = valueTexts(value, ({ from, to }) => pointing.text.slice(from, to));
  const target = range ? ` target="${stringRange(range, pointing)}"` : '';
  return texts.map((each) => `<note type="attribute" n="${xmlAttribute(id)}"${target}>${xmlText(each)}</note>`);
}

/** Where the range starts in the text and how long it is, both in code points. */
function stringRange({ from, to }: TextRange, { offsets }: Pointing): string {
  const start = offsets.toCodePoint(from);
  return `#string-range(txt,${start},${offsets.toCodePoint(to) - start})`;
}
