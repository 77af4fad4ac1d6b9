import { type LabelId } from '#core/labels/label-id.ts';
import { type AnnotatorId } from '#core/project/project.ts';
import { extentOf, plainAttributes, type Span, type SpanAttribute } from '#core/spans/span.ts';
import { compareText } from '#core/text/compare-text.ts';
import { type TextRange } from '#core/text/range.ts';
import { type Group, type SpanRef } from './group.ts';
import { type GroupLink, isSameArrow, type LinksFrom, signatureOf } from './group-links.ts';

/** What one or more annotators say about a group: spans that are the same but for their notes. */
export interface Proposal {
  readonly label: LabelId;
  readonly ranges: readonly TextRange[];
  readonly attributes: readonly SpanAttribute[];
  /** By type and group, each once; `to` is the span at the other end in the layer of the first backer. */
  readonly links: readonly GroupLink[];
  /** The spans that say so, in the order of their annotators' ids. */
  readonly backers: readonly SpanRef[];
  /** The backers' notes, each once, on a line of its own. */
  readonly note: string;
}

/**
 * The distinct proposals of the group, those with the most backers first, then in reading order; never empty. `linksFrom` is
 * that of `linksBetween`, for the same layers and groups.
 */
export function proposalsOf(group: Group, linksFrom: LinksFrom): readonly Proposal[] {
  const backed = new Map<string, Backer[]>();
  for (const { annotatorId, span } of group.members) {
    if (!span) continue;
    const backer = { annotatorId, span, links: linksFrom({ annotatorId, spanId: span.id }) };
    const content = contentOf(backer);
    const known = backed.get(content);
    if (known) known.push(backer);
    else backed.set(content, [backer]);
  }
  return [...backed]
    .map(([content, backers]) => ({ content, proposal: proposalOf(backers) }))
    .toSorted((a, b) => compareProposals(a.proposal, b.proposal) || compareText(a.content, b.content))
    .map(({ proposal }) => proposal);
}

/** The proposal that has more backers than any other of the group; undefined where several have as many. */
export function mostBacked(proposals: readonly Proposal[]): Proposal | undefined {
  const [first, second] = proposals;
  return first && first.backers.length > (second?.backers.length ?? 0) ? first : undefined;
}

interface Backer {
  readonly annotatorId: AnnotatorId;
  readonly span: Span;
  readonly links: readonly GroupLink[];
}

function contentOf({ span: { label, ranges, attributes }, links }: Backer): string {
  const places = ranges.map(({ from, to }) => [from, to]);
  return JSON.stringify([label, places, plainAttributes(attributes), signatureOf(links)]);
}

function proposalOf(backers: readonly Backer[]): Proposal {
  const { span, links } = backers[0]!;
  const { label, ranges, attributes } = span;
  const notes = new Set(backers.map((backer) => backer.span.note).filter((note) => note !== ''));
  return {
    label,
    ranges,
    attributes,
    links: links.filter((link, index) => index === links.findIndex((other) => isSameArrow(link, other))),
    backers: backers.map((backer) => ({ annotatorId: backer.annotatorId, spanId: backer.span.id })),
    note: [...notes].join('\n'),
  };
}

function compareProposals(a: Proposal, b: Proposal): number {
  const [one, two] = [extentOf(a), extentOf(b)];
  return b.backers.length - a.backers.length || one.from - two.from || two.to - one.to;
}
