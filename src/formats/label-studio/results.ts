import { t } from '#language/t.ts';
import { objectsField, textField, wholeNumber } from '#formats/exchange/fields.ts';
import { type LooseAttribute, type LooseLink, type LooseRange, type LooseSpan } from '#formats/exchange/loose.ts';
import { isObject } from '#formats/is-object.ts';
import { type Problem } from '#formats/problem.ts';
import { attributeFrom, belongsTo } from './controls.ts';

type Result = Readonly<Record<string, unknown>>;

/** All results with one id. */
interface Region {
  readonly id: string;
  readonly place: string;
  readonly range: LooseRange;
  quote: string;
  readonly labels: string[];
  /** By the name of the control that set them. */
  readonly values: { readonly control: string; readonly value: string }[];
  meta: unknown;
}

/** What the results of one annotation or prediction say. */
export interface ReadResults {
  readonly spans: readonly LooseSpan[];
  readonly links: readonly LooseLink[];
}

/**
 * Spans and links of a list of results. Results with one id are one region: one sets its labels, the others attributes. A
 * region with several labels becomes a span for each. `hasMarkup` refuses places in the tree of an HTML page.
 */
export function readResults(
  results: readonly unknown[],
  hasMarkup: boolean,
  place: string,
  problems: Problem[],
): ReadResults {
  const regions = new Map<string, Region>();
  const links: LooseLink[] = [];
  for (const [index, result] of results.entries()) {
    const here = `${place}.result[${index}]`;
    if (!isObject(result)) problems.push({ place: here, message: t`this is no result: left out` });
    else if (result['type'] === 'relation') links.push(...linksOf(result, index));
    else addResult(regions, result, index, hasMarkup, here, problems);
  }
  return { spans: spansOf(regions, problems), links };
}

function linksOf(result: Result, index: number): readonly LooseLink[] {
  const [from, to] = [textField(result, 'from_id'), textField(result, 'to_id')];
  const id = textField(result['meta'], 'id') || `relation ${index + 1}`;
  const direction = textField(result, 'direction');
  const types = textsOf(result['labels']);
  return (types.length === 0 ? ['relation'] : types).flatMap((type, at): LooseLink[] => {
    const link = { id: at === 0 ? id : `${id} ${type}`, type, from, to };
    const back = { ...link, from: to, to: from };
    if (direction === 'left') return [back];
    return direction === 'bi' ? [link, { ...back, id: `${link.id} back` }] : [link];
  });
}

function addResult(
  regions: Map<string, Region>,
  result: Result,
  index: number,
  hasMarkup: boolean,
  place: string,
  problems: Problem[],
): void {
  const value = isObject(result['value']) ? result['value'] : {};
  const type = textField(result, 'type');
  const range = rangeOf(value, hasMarkup);
  if (typeof range === 'string') {
    problems.push({ place, message: range });
    return;
  }
  const id = textField(result, 'id') || `region ${index + 1}`;
  const region = regions.get(id) ?? { id, place, range, quote: '', labels: [], values: [], meta: undefined };
  regions.set(id, region);
  if (typeof value['text'] === 'string' && region.quote === '') region.quote = value['text'].toWellFormed();
  if (isObject(result['meta'])) region.meta ??= result['meta'];
  if (type === '' || /labels$/i.test(type)) {
    region.labels.push(...textsOf(value[type] ?? value['labels']));
    return;
  }
  const texts = valuesOf(type, value);
  if (texts === undefined)
    problems.push({ place, message: t`results of the type “${type.slice(0, 40)}” are not read` });
  else for (const text of texts) region.values.push({ control: textField(result, 'from_name'), value: text });
}

/** The place in the text, or why there is none. */
function rangeOf(value: Result, hasMarkup: boolean): LooseRange | string {
  // With offsets of their own, start and end are nodes of a page or paragraphs of a dialogue.
  const isInTree =
    'startOffset' in value || (typeof value['start'] === 'string' && Number.isNaN(offset(value, 'start')));
  const [from, to] = isInTree ? [Number.NaN, Number.NaN] : [offset(value, 'start'), offset(value, 'end')];
  if (!Number.isNaN(from) && !Number.isNaN(to)) return { from, to };
  const overall = value['globalOffsets'];
  const [start, end] = [offset(overall, 'start'), offset(overall, 'end')];
  if (!Number.isNaN(start) && !Number.isNaN(end) && !hasMarkup) return { from: start, to: end };
  if (isInTree) {
    return t`the place is told in the tree of an HTML page or a dialogue, not in a plain text: label the plain text with a Text tag instead`;
  }
  return t`this is about the whole text, not about a region of it: left out`;
}

function offset(value: unknown, name: string): number {
  const written = textField(value, name);
  return /^\d{1,15}$/.test(written) ? Number(written) : wholeNumber(value, name);
}

/** What a control holds for a region, as texts; undefined for a control that says nothing about words. */
function valuesOf(type: string, value: Result): readonly string[] | undefined {
  switch (type) {
    case 'choices':
      return textsOf(value['choices']);
    case 'textarea':
      return textsOf(value['text']);
    case 'number':
    case 'rating':
    case 'datetime':
      return textsOf(value[type]);
    case 'taxonomy':
      return (Array.isArray(value['taxonomy']) ? value['taxonomy'] : []).map((path: unknown) =>
        textsOf(path).join(' / '),
      );
    default:
      return undefined;
  }
}

function textsOf(value: unknown): readonly string[] {
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  return all.flatMap((each) => {
    if (typeof each === 'string') return [each.toWellFormed()];
    return typeof each === 'number' ? [String(each)] : [];
  });
}

function spansOf(regions: ReadonlyMap<string, Region>, problems: Problem[]): readonly LooseSpan[] {
  const parts = new Map<string, Region[]>();
  const whole: Region[] = [];
  for (const region of regions.values()) {
    const first = firstPartOf(region, regions);
    if (!first) whole.push(region);
    else if (parts.has(first.id)) parts.get(first.id)!.push(region);
    else parts.set(first.id, [region]);
  }
  return whole.flatMap((region): LooseSpan[] => {
    if (region.labels.length === 0) {
      problems.push({ place: region.place, message: t`this region has no label: left out` });
      return [];
    }
    const all = [region, ...(parts.get(region.id) ?? [])];
    const quotes = all.map(({ quote }) => quote);
    return region.labels.map((label, index) => ({
      id: index === 0 ? region.id : `${region.id} ${label}`,
      label,
      ranges: all.map(({ range }) => range),
      ...(quotes.every((quote) => quote !== '') ? { quotes } : {}),
      attributes: attributesOf(region, all, label),
      note: isObject(region.meta) ? textsOf(region.meta['text']).join('\n') : '',
      createdAt: textField(region.meta, 'created_at'),
      changedAt: textField(region.meta, 'changed_at'),
    }));
  });
}

/** The region that this one says to be a part of, where that is no part itself and still has the same label. */
function firstPartOf(region: Region, regions: ReadonlyMap<string, Region>): Region | undefined {
  const first = regions.get(textField(region.meta, 'part_of'));
  const isFirst = first && first !== region && textField(first.meta, 'part_of') === '';
  return isFirst && first.labels[0] === region.labels[0] ? first : undefined;
}

function attributesOf({ labels, meta }: Region, parts: readonly Region[], label: string): readonly LooseAttribute[] {
  const stretches = new Map(
    objectsField(meta, 'stretches').map((each) => {
      return [textField(each, 'name'), { from: wholeNumber(each, 'start'), to: wholeNumber(each, 'end') }] as const;
    }),
  );
  const isForOther = (control: string): boolean => labels.some((each) => each !== label && belongsTo(control, each));
  return parts
    .flatMap(({ values }) => values)
    .filter(({ control }) => belongsTo(control, label) || !isForOther(control))
    .map(({ control, value }) => {
      const name = attributeFrom(control, label);
      const range = stretches.get(name);
      return range ? { name, value, range } : { name, value };
    });
}
