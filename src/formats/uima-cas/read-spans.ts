import { t } from '#language/t.ts';
import { type LooseAttribute, type LooseRange, type LooseSpan } from '#formats/exchange/loose.ts';
import { originalName } from '#formats/xml/safe-names.ts';
import { type CasStructure } from './cas.ts';
import { isMachineLayer, layerLabel } from './layer-names.ts';
import { ARTICLE_TYPE, BEGIN_OF, CONTINUATION_TYPE, END_OF, FROM, isOwnFeature, LABEL_TYPE, TO } from './own-types.ts';
import { isInText, isRelation, targetsOf, textsOf, type ViewReader } from './view-reader.ts';

/** The spans of a view, and which span a structure is. */
export interface CasSpans {
  readonly spans: readonly LooseSpan[];
  readonly idOf: (structure: CasStructure) => string | undefined;
}

/** Every structure that marks words as a span, parts that continue one another as one. */
export function readSpans(reader: ViewReader): CasSpans {
  const { structures, placeOf, problems } = reader;
  const continuations = nextParts(reader);
  const inChain: ReadonlySet<CasStructure> = new Set(continuations.values());
  const continued = new Set(inChain);
  const ids = new Map<CasStructure, string>();
  const taken = new Set<string>();
  const spans: LooseSpan[] = [];
  for (const structure of structures) {
    const { type } = structure;
    if (isMachineLayer(type) || type === ARTICLE_TYPE || isRelation(reader, structure)) continue;
    if (!isInText(reader, structure)) {
      if (structure.values.size > 0 && !structure.values.has('first') && !structure.values.has('elements')) {
        problems.add(placeOf(structure), t`“${type}” is about no words of the text: left out`);
      }
      continue;
    }
    if (inChain.has(structure)) continue;
    const parts = [structure];
    // Parts that go in a circle have no first one, so that this ends.
    for (let at = continuations.get(structure); at; at = continuations.get(at)) {
      parts.push(at);
      continued.delete(at);
    }
    const ranges = parts.map(({ begin = 0, end = 0 }) => ({ from: begin, to: end }));
    const fault = faultOf(reader.text, ranges);
    if (fault !== undefined) {
      problems.add(placeOf(structure), fault);
      continue;
    }
    const own = ownText(structure, 'id') || String(structure.id);
    const id = taken.has(own) ? `${own} (${structure.id})` : own;
    taken.add(id);
    ids.set(structure, id);
    spans.push(spanOf(reader, id, structure, ranges));
  }
  for (const structure of continued)
    problems.add(placeOf(structure), t`this part of a span has no first part: left out`);
  return { spans, idOf: (structure) => ids.get(structure) };
}

function nextParts(reader: ViewReader): ReadonlyMap<CasStructure, CasStructure> {
  const next = new Map<CasStructure, CasStructure>();
  const continued = new Set<CasStructure>();
  for (const { type, values } of reader.structures) {
    if (type !== CONTINUATION_TYPE) continue;
    const [from] = targetsOf(reader, values.get(FROM));
    const [to] = targetsOf(reader, values.get(TO));
    // One before and one after at most, so that parts never branch.
    if (!from || !to || next.has(from) || continued.has(to)) continue;
    next.set(from, to);
    continued.add(to);
  }
  return next;
}

function faultOf(text: string, ranges: readonly LooseRange[]): string | undefined {
  for (const { from, to } of ranges) {
    if (!Number.isInteger(from) || !Number.isInteger(to) || from < 0 || to > text.length || from > to) {
      return t`${from}–${to} is outside the text, which has ${text.length} UTF-16 code units: left out`;
    }
    if (from === to) return t`it marks no words, only the place ${from}: left out`;
  }
  return undefined;
}

function spanOf(reader: ViewReader, id: string, structure: CasStructure, ranges: readonly LooseRange[]): LooseSpan {
  const { type } = structure;
  const isOwn = type.startsWith(LABEL_TYPE);
  const { label, tagFeature } = isOwn
    ? { label: originalName(type.slice(LABEL_TYPE.length)), tagFeature: '' }
    : layerLabel(type, (feature) => textsOf(reader, structure.values.get(feature))?.[0]);
  return {
    id,
    label,
    ranges,
    quotes: ranges.map(({ from, to }) => reader.text.slice(from, to).toWellFormed()),
    attributes: isOwn ? ownAttributes(reader, structure) : attributesOf(reader, structure, tagFeature),
    note: ownText(structure, 'note'),
    createdAt: ownText(structure, 'createdAt'),
    changedAt: ownText(structure, 'changedAt'),
  };
}

function ownAttributes(reader: ViewReader, { values }: CasStructure): readonly LooseAttribute[] {
  return [...values].flatMap(([feature, value]): readonly LooseAttribute[] => {
    if (isOwnFeature(feature)) return [];
    const name = originalName(feature);
    const [from, to] = [Number(values.get(BEGIN_OF + feature)), Number(values.get(END_OF + feature))];
    const texts = textsOf(reader, value) ?? [];
    return texts.map((text) =>
      from >= 0 && to > from ? { name, value: text, range: { from, to } } : { name, value: text },
    );
  });
}

/** Features that point to other structures are links, and what is empty says nothing. */
function attributesOf(reader: ViewReader, { values }: CasStructure, tagFeature: string): readonly LooseAttribute[] {
  return [...values].flatMap(([name, value]): readonly LooseAttribute[] => {
    const texts = name === tagFeature ? [] : (textsOf(reader, value) ?? []);
    return texts.filter((text) => text !== '').map((text) => ({ name, value: text }));
  });
}

function ownText({ type, values }: CasStructure, feature: string): string {
  const value = type.startsWith(LABEL_TYPE) ? values.get(feature) : undefined;
  return typeof value === 'string' ? value : '';
}
