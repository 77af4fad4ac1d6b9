import { type Bundle } from '#core/bundle/bundle.ts';
import { type ImportPlan } from '#core/bundle/plan-import.ts';
import { attributeInWords } from '#core/labels/attribute.ts';
import { findAttribute, findLabel, findLinkType, type LabelSet } from '#core/labels/label-set.ts';
import { singleEdits } from '#core/edits/single-edits.ts';
import { type Conflict } from '#core/merge/conflict.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type AnnotatorId, type ArticleId, type Layer } from '#core/project/project.ts';
import { snippetOf, type SnippetPart } from '#core/search/snippet.ts';
import { type Link } from '#core/spans/link.ts';
import { findSpan } from '#core/spans/span-index.ts';
import { extentOf, type Span } from '#core/spans/span.ts';
import { quoteOf } from '#core/spans/quote-of.ts';

/** One side of a conflict in the words of the article. */
export interface SideShown {
  /** Of a span; a link has the name of its type alone. */
  readonly label: LabelId | undefined;
  readonly name: string;
  /** The words of a span among those around it; a link's are those at its ends. */
  readonly words: readonly SnippetPart[];
  /** What its attributes hold: “Type: Person”. */
  readonly values: readonly string[];
  readonly note: string;
}

/** A conflict as it is shown; a side that removed the thing is undefined. */
export interface ConflictShown {
  readonly key: string;
  readonly mine: SideShown | undefined;
  readonly theirs: SideShown | undefined;
  readonly mayKeepBoth: boolean;
}

/** A layer into which a file brings what was done elsewhere. */
export interface MergeShown {
  readonly articleId: ArticleId;
  readonly annotatorId: AnnotatorId;
  readonly title: string;
  readonly language: string;
  /** How many spans, links and the like change here without a question. */
  readonly changes: number;
  readonly conflicts: readonly ConflictShown[];
}

/** The layers of a plan that go on with what was done elsewhere, in the order of the file. */
export function mergesShown({ layers, project }: ImportPlan, { articles }: Bundle): readonly MergeShown[] {
  const byId = new Map(articles.map((article) => [article.id, article]));
  return layers.flatMap(({ layer, fate, merge }): readonly MergeShown[] => {
    const { articleId, annotatorId } = layer;
    const { title = '', language = 'und', text = '' } = byId.get(articleId) ?? {};
    const about = { articleId, annotatorId, title, language };
    if (fate === 'updated' && merge?.kind === 'ahead') {
      return [{ ...about, changes: merge.entries.length, conflicts: [] }];
    }
    if (fate !== 'merged' || merge?.kind !== 'merged') return [];
    const conflicts = merge.conflicts.map((conflict) => shown(conflict, text, layer, project.labelSet));
    return [{ ...about, changes: singleEdits(merge.edit).length, conflicts }];
  });
}

/** How many layers here share nothing with the file's but their names, although the file has their logs. */
export function strangersIn({ layers }: ImportPlan): number {
  return layers.filter(({ fate, merge }) => fate === 'kept' && merge?.kind === 'strangers').length;
}

function shown(conflict: Conflict, text: string, layer: Layer, labelSet: LabelSet): ConflictShown {
  const { key, mayKeepBoth } = conflict;
  if (conflict.kind === 'span') {
    const side = (span: Span | undefined): SideShown | undefined => span && spanShown(span, text, labelSet);
    return { key, mayKeepBoth, mine: side(conflict.mine), theirs: side(conflict.theirs) };
  }
  const side = (link: Link | undefined): SideShown | undefined => link && linkShown(link, text, layer, labelSet);
  return { key, mayKeepBoth, mine: side(conflict.mine), theirs: side(conflict.theirs) };
}

function linkShown({ type, from, to }: Link, text: string, { spans }: Layer, labelSet: LabelSet): SideShown {
  const ends = [from, to].map((id) => findSpan(spans, id)).map((span) => (span ? quoteOf(text, span) : '…'));
  const name = findLinkType(labelSet, type)?.name ?? type;
  return { label: undefined, name, words: [{ text: ends.join(' → '), isHit: true }], values: [], note: '' };
}

function spanShown(span: Span, text: string, labelSet: LabelSet): SideShown {
  const label = findLabel(labelSet, span.label);
  return {
    label: span.label,
    name: label?.name ?? span.label,
    words: snippetOf(text, extentOf(span), span.ranges),
    values: span.attributes.map(({ id, value }) => {
      const attribute = findAttribute(label, id);
      return `${attribute?.name ?? id}: ${attributeInWords(attribute, value, text)}`;
    }),
    note: span.note,
  };
}
