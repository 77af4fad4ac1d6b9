import { t } from '#language/t.ts';
import { textField } from '#formats/exchange/fields.ts';
import { type LooseAttribute, type LooseLayer, type LooseLink, type LooseRange } from '#formats/exchange/loose.ts';
import { nameFrom } from '#formats/exchange/safe-name.ts';
import { isObject } from '#formats/is-object.ts';
import { type Problem } from '#formats/problem.ts';
import { NOTE, OWN, RANGE } from './notation.ts';
import { type Annotations, type Remark } from './parse-annotations.ts';
import { createJoin } from './place-fragments.ts';

/** What lines say about a span, besides its own. */
interface Remarks {
  readonly attributes: LooseAttribute[];
  readonly notes: string[];
  own: unknown;
}

/**
 * The annotations of one file as a layer: an event is its trigger with links to its arguments, an equivalence a chain of
 * links, a normalisation an attribute.
 */
export function layerOf(
  annotator: string,
  text: string | undefined,
  annotations: Annotations,
  path: string,
  problems: Problem[],
): LooseLayer {
  const { spans, events } = annotations;
  /** The span that a target is or that triggers it. */
  const spanIdOf = (target: string): string | undefined => {
    const id = spans.has(target) ? target : events.get(target)?.trigger;
    return id !== undefined && spans.has(id) ? id : undefined;
  };
  const remarks = new Map<string, Remarks>();
  const linkIds = new Map<string, string>();
  gatherRemarks(annotations, spanIdOf, remarks, linkIds, problems);
  const ids = uniqueIds([...spans.keys()], remarks);
  const join = createJoin(text, spans.values());
  return {
    annotator,
    isPrediction: false,
    // brat needs an empty file before anybody begins.
    status: spans.size === 0 ? 'not-started' : 'done',
    spans: [...spans.values()].map((span) => {
      const { attributes = [], notes = [], own } = remarks.get(span.id) ?? {};
      return {
        id: ids.get(span.id)!,
        label: span.label,
        ...join(span, rangesOf(own)),
        attributes,
        note: notes.join('\n'),
        createdAt: textField(own, 'created_at'),
        changedAt: textField(own, 'changed_at'),
      };
    }),
    links: linksOf(annotations, path, problems).flatMap(({ id, type, from, to }): LooseLink[] => {
      const [start, end] = [spanIdOf(from), spanIdOf(to)];
      if (start !== undefined && end !== undefined) {
        return [{ id: linkIds.get(id) ?? id, type, from: ids.get(start)!, to: ids.get(end)! }];
      }
      problems.push({ place: path, message: t`${id} joins spans that are not in the file: left out` });
      return [];
    }),
  };
}

function gatherRemarks(
  { attributes, notes, relations }: Annotations,
  spanIdOf: (target: string) => string | undefined,
  remarks: Map<string, Remarks>,
  linkIds: Map<string, string>,
  problems: Problem[],
): void {
  const links = new Set(relations.map(({ id }) => id));
  const about = ({ place, target }: Remark): Remarks | undefined => {
    const id = spanIdOf(target);
    if (id === undefined) {
      const message = links.has(target)
        ? t`links have neither attributes nor notes: left out`
        : t`there is no ${target} that this could be about: left out`;
      problems.push({ place, message });
      return undefined;
    }
    const known = remarks.get(id) ?? { attributes: [], notes: [], own: undefined };
    remarks.set(id, known);
    return known;
  };
  for (const each of attributes) {
    // Without a value it says that something holds.
    about(each)?.attributes.push({
      name: nameFrom(each.type),
      value: each.value === '' ? 'yes' : nameFrom(each.value),
    });
  }
  for (const each of notes) {
    const { type, target, value } = each;
    if (type === OWN && links.has(target)) linkIds.set(target, textField(parsed(value), 'id') || target);
    else if (type === OWN) {
      const its = about(each);
      if (its) its.own = parsed(value);
    } else if (type === RANGE) about(each)?.attributes.push(rangeAttribute(value));
    else if (type === NOTE || value !== '') about(each)?.notes.push(nameFrom(value));
  }
}

/** `cue 7 11 said` */
function rangeAttribute(value: string): LooseAttribute {
  const [name = '', from, to, ...words] = value.split(' ');
  return { name: nameFrom(name), value: nameFrom(words.join(' ')), range: { from: Number(from), to: Number(to) } };
}

/** The ids that notes of ours name, where no two are the same; otherwise brat's. */
function uniqueIds(targets: readonly string[], remarks: ReadonlyMap<string, Remarks>): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const ids = new Map<string, string>();
  for (const target of targets) {
    const own = textField(remarks.get(target)?.own, 'id') || target;
    const id = taken.has(own) ? `${target} ${own}` : own;
    taken.add(id);
    ids.set(target, id);
  }
  return ids;
}

function rangesOf(own: unknown): readonly LooseRange[] {
  const ranges = isObject(own) ? own['ranges'] : undefined;
  if (!Array.isArray(ranges)) return [];
  return ranges.flatMap((range: unknown): LooseRange[] => {
    const [from, to] = Array.isArray(range) ? (range as readonly unknown[]) : [];
    return Number.isInteger(from) && Number.isInteger(to) ? [{ from: from as number, to: to as number }] : [];
  });
}

function linksOf({ relations, events }: Annotations, path: string, problems: Problem[]): readonly LooseLink[] {
  const links: LooseLink[] = [];
  for (const [index, { id, type, targets }] of relations.entries()) {
    if (id !== '' && targets.length > 2) {
      problems.push({ place: path, message: t`${id} has more than two ends: only the first two are read` });
    }
    const ends = id === '' ? targets : targets.slice(0, 2);
    for (let at = 1; at < ends.length; at += 1) {
      links.push({ id: id || `equivalence ${index + 1}.${at}`, type, from: ends[at - 1]!, to: ends[at]! });
    }
  }
  for (const { id, roles } of events.values()) {
    for (const [index, { role, target }] of roles.entries()) {
      links.push({ id: `${id}.${index + 1}`, type: role, from: id, to: target });
    }
  }
  return links;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
