import { type SpanRef } from '#core/alignment/group.ts';
import {
  type Annotator,
  type AnnotatorId,
  type ArticleId,
  type Bundle,
  type Layer,
  type Project,
} from '#core/project/project.ts';
import { compareText } from '#core/text/compare-text.ts';
import { type CoveredSpan, type Decision } from './decision.ts';
import { hideNames, type HiddenName } from './hide-names.ts';
import { pseudonymsFor } from './pseudonyms.ts';
import { type Thread } from './thread.ts';

/** A bundle with what review and talk have added. */
export interface ReviewedBundle extends Bundle {
  readonly decisions: readonly Decision[];
  readonly threads: readonly Thread[];
}

/** What an annotator sends to be reviewed: the own finished layers with their articles, and the threads on those. */
export function bundleToReview(bundle: ReviewedBundle, annotatorId: AnnotatorId): ReviewedBundle {
  const layers = bundle.layers.filter((layer) => layer.annotatorId === annotatorId && layer.status === 'done');
  const part = partOn(bundle, new Set(layers.map(({ articleId }) => articleId)), layers);
  return withPeople({ ...part, decisions: [] }, bundle.annotators);
}

/** What becomes of a returned file. */
export interface ReturnChoice {
  readonly annotatorId: AnnotatorId;
  /** Only these articles go in, as far as the annotator has finished them. */
  readonly articleIds: ReadonlySet<ArticleId>;
  /** True where the other annotators get letters for names; reviewers keep theirs. */
  readonly isBlind: boolean;
}

/** What a reviewer gives back to one annotator: the annotator's layers, with the decisions and threads on their articles. */
export function bundleToReturn(bundle: ReviewedBundle, choice: ReturnChoice): ReviewedBundle {
  const { annotatorId, articleIds } = choice;
  const layers = bundle.layers.filter((layer) => {
    return layer.annotatorId === annotatorId && layer.status === 'done' && articleIds.has(layer.articleId);
  });
  const part = partOn(bundle, new Set(layers.map(({ articleId }) => articleId)), layers);
  const whole = withPeople(part, bundle.annotators);
  return choice.isBlind ? blinded(whole, annotatorId, bundle.annotators) : whole;
}

/** What an annotator is given to begin with: these articles and nothing that anybody has put on them. */
export function bundleToAnnotate(
  bundle: ReviewedBundle,
  annotator: Annotator,
  articleIds: ReadonlySet<ArticleId>,
): ReviewedBundle {
  return { ...partOn(bundle, articleIds, []), decisions: [], threads: [], annotators: [annotator] };
}

/** Whom a file was made for: the only annotator in it, where there are articles and no layer. Undefined for any other file. */
export function annotatorToBe({ annotators, articles, layers }: Omit<Bundle, 'project'>): Annotator | undefined {
  return annotators.length === 1 && articles.length > 0 && layers.length === 0 ? annotators[0] : undefined;
}

function partOn(
  bundle: ReviewedBundle,
  articleIds: ReadonlySet<ArticleId>,
  layers: readonly Layer[],
): ReviewedBundle {
  return {
    ...bundle,
    articles: bundle.articles.filter(({ id }) => articleIds.has(id)),
    layers,
    decisions: bundle.decisions.filter(({ articleId }) => articleIds.has(articleId)),
    threads: bundle.threads.filter(({ articleId }) => articleIds.has(articleId)),
  };
}

/** The bundle with everybody who is named in it, and nobody else. */
function withPeople(bundle: ReviewedBundle, known: readonly Annotator[]): ReviewedBundle {
  const named = new Set<AnnotatorId>(bundle.layers.map(({ annotatorId }) => annotatorId));
  const add = ({ annotatorId }: SpanRef): void => void named.add(annotatorId);
  for (const { by, covers, inputs, spans } of bundle.decisions) {
    named.add(by);
    for (const each of covers) add(each);
    for (const { annotatorId } of inputs) named.add(annotatorId);
    for (const { from, links } of spans) {
      for (const each of from) add(each);
      for (const { to } of links) add(to);
    }
  }
  for (const { spans, messages } of bundle.threads) {
    for (const each of spans) add(each);
    for (const { by } of messages) named.add(by);
  }
  return { ...bundle, annotators: known.filter(({ id }) => named.has(id)) };
}

/** Others than the annotator and the reviewers get letters, in threads, comments and guidelines as well. */
function blinded(bundle: ReviewedBundle, annotatorId: AnnotatorId, everybody: readonly Annotator[]): ReviewedBundle {
  const open = new Set([annotatorId, ...bundle.decisions.map(({ by }) => by)]);
  const hidden = pseudonymsFor(
    everybody.filter(({ id }) => !open.has(id)),
    annotatorId,
  );
  const names = everybody.flatMap(({ id, name }): readonly HiddenName[] => {
    const pseudonym = hidden.get(id);
    return pseudonym ? [{ name, shown: pseudonym.name }] : [];
  });
  const idOf = (id: AnnotatorId): AnnotatorId => hidden.get(id)?.id ?? id;
  const words = (text: string): string => hideNames(text, names);
  return {
    ...bundle,
    project: blindedProject(bundle.project, words),
    annotators: bundle.annotators
      .map((annotator) => hidden.get(annotator.id) ?? annotator)
      .toSorted((a, b) => compareText(a.name, b.name)),
    decisions: bundle.decisions.map((decision) => blindedDecision(decision, idOf, words)),
    threads: bundle.threads.map(
      (thread): Thread => ({
        ...thread,
        spans: thread.spans.map((ref) => blindedRef(ref, idOf)),
        messages: thread.messages.map((message) => ({
          ...message,
          by: idOf(message.by),
          body: words(message.body),
        })),
      }),
    ),
  };
}

type IdOf = (id: AnnotatorId) => AnnotatorId;
type Words = (text: string) => string;

function blindedProject(project: Project, words: Words): Project {
  return { ...project, guidelines: project.guidelines.map((version) => ({ ...version, by: words(version.by) })) };
}

function blindedDecision(decision: Decision, idOf: IdOf, words: Words): Decision {
  return {
    ...decision,
    by: idOf(decision.by),
    comment: words(decision.comment),
    covers: decision.covers.map((each): CoveredSpan => ({ ...each, annotatorId: idOf(each.annotatorId) })),
    inputs: decision.inputs.map((each) => ({ ...each, annotatorId: idOf(each.annotatorId) })),
    policy: decision.policy && { ...decision.policy, settings: words(decision.policy.settings) },
    spans: decision.spans.map((span) => ({
      ...span,
      from: span.from.map((ref) => blindedRef(ref, idOf)),
      links: span.links.map((link) => ({ ...link, to: blindedRef(link.to, idOf) })),
    })),
  };
}

function blindedRef({ annotatorId, spanId }: SpanRef, idOf: IdOf): SpanRef {
  return { annotatorId: idOf(annotatorId), spanId };
}
