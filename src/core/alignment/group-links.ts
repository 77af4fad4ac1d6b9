import { type LinkTypeId } from '#core/labels/link-type.ts';
import { type AnnotatorId } from '#core/project/project.ts';
import { type SpanId } from '#core/spans/span.ts';
import { compareText } from '#core/text/compare-text.ts';
import { type ComparedLayers, type Group, type GroupKey, type GroupMember, type SpanRef } from './group.ts';

/** A link that starts at a span, told by its type and the group that it leads to, so that those of two layers compare. */
export interface GroupLink {
  readonly type: LinkTypeId;
  readonly group: GroupKey;
  /** The span at its other end. */
  readonly to: SpanRef;
}

/** The links that start at a span, by type and then by group. */
export type LinksFrom = (ref: SpanRef) => readonly GroupLink[];

/** What `linksBetween` needs to know of a group. */
type Members = Pick<Group, 'key' | 'members'>;

/** For any span of the layers, the links that start there; `groups` are the groups of these layers. */
export function linksBetween(layers: ComparedLayers, groups: readonly Members[]): LinksFrom {
  const tables = new Map<AnnotatorId, ReadonlyMap<SpanId, readonly GroupLink[]>>();
  const withLinks = layers.filter(({ links }) => links.length > 0);
  for (const { annotatorId, links } of withLinks) {
    const groupOf = groupsBySpan(groups, annotatorId);
    const table = new Map<SpanId, GroupLink[]>();
    for (const { type, from, to } of links) {
      const group = groupOf.get(to);
      if (group === undefined) continue;
      const link = { type, group, to: { annotatorId, spanId: to } };
      const known = table.get(from);
      if (known) known.push(link);
      else table.set(from, [link]);
    }
    for (const found of table.values()) found.sort(compareGroupLinks);
    tables.set(annotatorId, table);
  }
  return ({ annotatorId, spanId }) => tables.get(annotatorId)?.get(spanId) ?? [];
}

function groupsBySpan(groups: readonly Members[], annotatorId: AnnotatorId): ReadonlyMap<SpanId, GroupKey> {
  const table = new Map<SpanId, GroupKey>();
  for (const { key, members } of groups) {
    const span = members.find((member) => member.annotatorId === annotatorId)?.span;
    if (span) table.set(span.id, key);
  }
  return table;
}

function compareGroupLinks(a: GroupLink, b: GroupLink): number {
  return compareText(a.type, b.type) || compareText(a.group, b.group);
}

/** True where both are of one type and lead to the same group. */
export function isSameArrow(a: GroupLink, b: GroupLink): boolean {
  return a.type === b.type && a.group === b.group;
}

/** A text that is the same for two lists of links exactly where they have the same types leading to the same groups. */
export function signatureOf(links: readonly GroupLink[]): string {
  return JSON.stringify([...new Set(links.map(({ type, group }) => JSON.stringify([type, group])))]);
}

/** True where the members who have a span do not all have the same links. */
export function differInLinks(members: readonly GroupMember[], linksFrom: LinksFrom): boolean {
  const signatures = members.flatMap(({ annotatorId, span }) =>
    span ? [signatureOf(linksFrom({ annotatorId, spanId: span.id }))] : [],
  );
  return signatures.some((signature) => signature !== signatures[0]);
}
