import * as fc from 'fast-check';
import {
  type ComparedLayers,
  type Differences,
  type Group,
  type GroupKey,
  type GroupKind,
  type GroupMember,
} from '#core/alignment/group.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type LinkTypeId } from '#core/labels/link-type.ts';
import { type AnnotatorId, type ArticleId, type Layer } from '#core/project/project.ts';
import { type Link, type LinkId } from '#core/spans/link.ts';
import { compareSpans, type Span, type SpanId } from '#core/spans/span.ts';
import { span } from '#core/spans/spans.arbitrary.ts';
import { acceptParts, acceptProposal, type Deciding, defer, type Proposed, reject, withdraw } from './decide.ts';
import { type BatchId, type Decision, type DecisionId } from './decision.ts';
import { countingDecisions } from './counting.ts';
import { sameMarking } from './marking.ts';

export const ARTICLE = 'article' as ArticleId;
const AT = '2024-06-17T09:30:00.000Z';

/** A layer of a test, done; spans in reading order. */
export function layerOf(annotator: string, spans: readonly Span[], links: readonly Link[] = []): Layer {
  return {
    articleId: ARTICLE,
    annotatorId: annotator as AnnotatorId,
    status: 'done',
    spans: spans.toSorted(compareSpans),
    links,
    changedAt: AT,
  };
}

/** A link of a test. */
export function linkTo(from: string, to: string, type = 'speaker'): Link {
  return {
    id: `${from} ${type} ${to}` as LinkId,
    type: type as LinkTypeId,
    from: from as SpanId,
    to: to as SpanId,
    origin: 'hand',
    createdAt: AT,
  };
}

/** The groups of a test, where spans of different annotators belong together by having the same id. */
export function groupsById(layers: ComparedLayers): readonly Group[] {
  const ids = [...new Set(layers.flatMap(({ spans }) => spans.map(({ id }) => id)))].toSorted();
  return ids.map((id) =>
    groupOf(
      id,
      layers.map(({ annotatorId, spans }) => ({ annotatorId, span: spans.find((each) => each.id === id) })),
    ),
  );
}

function groupOf(key: string, members: readonly GroupMember[]): Group {
  const spans = members.flatMap((member) => (member.span ? [member.span] : []));
  const [first] = spans;
  const differ = (part: (each: Span) => unknown): boolean =>
    new Set(spans.map((each) => JSON.stringify(part(each)))).size > 1;
  const differs: Differences = {
    labels: differ(({ label }) => label),
    ranges: differ(({ ranges }) => ranges),
    attributes: differ(({ attributes }) => attributes),
    links: false,
    missing: spans.length < members.length,
  };
  const from = Math.min(...spans.map(({ ranges }) => ranges[0]!.from));
  const to = Math.max(...spans.map(({ ranges }) => ranges.at(-1)!.to));
  return {
    key: key as GroupKey,
    members: members.toSorted((a, b) => (a.annotatorId < b.annotatorId ? -1 : 1)),
    kind: kindOf(differs),
    differs,
    hull: { from, to },
    core: first!.ranges,
    related: [],
    isApproximate: false,
  };
}

function kindOf({ labels, ranges, attributes, missing }: Differences): GroupKind {
  if (labels) return 'label';
  if (ranges) return 'boundary';
  if (attributes) return 'attribute';
  return missing ? 'missing' : 'unanimous';
}

/** What a test decides with; ids are numbers in the order in which they are asked for. */
export function deciding(
  id: string,
  layers: ComparedLayers,
  log: readonly Decision[],
  given: Partial<Deciding> = {},
): Deciding {
  return {
    articleId: ARTICLE,
    id: id as DecisionId,
    at: `2024-06-18T09:30:00.${String(log.length).padStart(3, '0')}Z`,
    by: 'reviewer' as AnnotatorId,
    isBlind: true,
    reasons: [],
    comment: '',
    batch: '',
    policy: undefined,
    layers,
    log,
    ...given,
  };
}

/** The different markings of a group with who made them, in the order of the annotators. */
export function proposedIn({ members }: Group): readonly Proposed[] {
  const found: { readonly span: Span; readonly backers: Proposed['backers'] }[] = [];
  for (const { annotatorId, span: own } of members) {
    if (!own) continue;
    const place = found.findIndex((each) => sameMarking(each.span, own));
    const ref = { annotatorId, spanId: own.id };
    if (place < 0) found.push({ span: own, backers: [ref] });
    else found[place] = { span: found[place]!.span, backers: [...found[place]!.backers, ref] };
  }
  return found.map(({ span: each, backers }) => ({ ...each, backers }));
}

/** Layers of two to four annotators on up to six places of a text, with links between their own spans. */
export function layersArbitrary(): fc.Arbitrary<ComparedLayers> {
  const mark = fc.record({
    label: fc.constantFrom('entity', 'claim'),
    from: fc.nat(2),
    to: fc.integer({ min: 6, max: 8 }),
    isThere: fc.integer({ min: 0, max: 3 }).map((number) => number > 0),
    linkedTo: fc.nat(5),
  });
  const marks = fc.array(mark, { minLength: 6, maxLength: 6 });
  return fc.array(marks, { minLength: 2, maxLength: 4 }).map((all) =>
    all.map((theirs, index) => {
      const spans = theirs.flatMap(({ isThere, label, from, to }, place) =>
        isThere ? [span(`s${place}`, [[place * 10 + from, place * 10 + to]], { label: label as LabelId })] : [],
      );
      const ids = new Set(spans.map(({ id }) => id));
      const links = theirs.flatMap(({ linkedTo }, place) => {
        const link = linkTo(`s${place}`, `s${linkedTo}`);
        return link.from !== link.to && ids.has(link.from) && ids.has(link.to) ? [link] : [];
      });
      return layerOf(`annotator ${index}`, spans, links);
    }),
  );
}

/** One thing that a reviewer does. */
export type Action =
  | { readonly kind: 'accept' | 'reject' | 'defer' | 'parts'; readonly group: number; readonly proposal: number }
  | { readonly kind: 'undo'; readonly which: number };

export function actionsArbitrary(): fc.Arbitrary<readonly Action[]> {
  const action: fc.Arbitrary<Action> = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constantFrom(
          'accept' as const,
          'accept' as const,
          'reject' as const,
          'defer' as const,
          'parts' as const,
        ),
        group: fc.nat(5),
        proposal: fc.nat(3),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('undo' as const), which: fc.nat(5) }) },
  );
  return fc.array(action, { maxLength: 14 });
}

/** The log that a reviewer of these layers writes by the actions; an undo takes back any decision that counts, or redoes. */
export function logOf(actions: readonly Action[], layers: ComparedLayers): readonly Decision[] {
  const groups = groupsById(layers);
  return actions.reduce<readonly Decision[]>((log, action, index) => {
    const next = decisionOf(action, groups, layers, log, `d${index}`);
    return next ? [...log, next] : log;
  }, []);
}

function decisionOf(
  action: Action,
  groups: readonly Group[],
  layers: ComparedLayers,
  log: readonly Decision[],
  id: string,
): Decision | undefined {
  const by = deciding(id, layers, log, { batch: (Number(id.slice(1)) % 3 === 0 ? 'batch' : '') as BatchId | '' });
  if (action.kind === 'undo') {
    const counting = countingDecisions(log);
    const which = counting[action.which % Math.max(1, counting.length)];
    return which && withdraw([which.id], by);
  }
  const group = groups[action.group % Math.max(1, groups.length)];
  if (!group) return undefined;
  const proposals = proposedIn(group);
  if (action.kind === 'accept') return acceptProposal([group], proposals[action.proposal % proposals.length]!, by);
  if (action.kind === 'parts') return acceptParts([group], proposals, by);
  return action.kind === 'reject' ? reject([group], by) : defer([group], by);
}
