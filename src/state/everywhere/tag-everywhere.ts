import { t } from '#language/t.ts';
import { plural } from '#language/numbers.ts';
import { type Edit } from '#core/edits/edit.ts';
import { isRange } from '#core/labels/attribute.ts';
import { type Label } from '#core/labels/label-set.ts';
import { type ArticleId, type Layer } from '#core/project/project.ts';
import { type Span, spanByHand, type SpanId } from '#core/spans/span.ts';
import { roomIn } from '#core/suggest/room.ts';
import { type TextRange } from '#core/text/range.ts';
import { type AnnotateStore } from '#state/annotate/annotate-store.ts';
import { type Dependencies } from '#state/dependencies.ts';

interface Tags {
  /** The span whose label and attributes the mentions get. */
  readonly span: Span;
  readonly label: Label;
  readonly mentions: ReadonlyMap<ArticleId, readonly TextRange[]>;
}

/**
 * Tags mentions in the open article and in others as one action. A mention that has been tagged since it was found, or that
 * the label may not have because it overlaps another of its spans, is left out. False where nothing was done; the notice
 * says why.
 */
export async function tagEverywhere(
  { newId, now }: Pick<Dependencies, 'newId' | 'now'>,
  annotate: AnnotateStore,
  { span, label, mentions }: Tags,
): Promise<boolean> {
  const { layer: open, commitAcross } = annotate.getState();
  let tagged = 0;
  let overlapping = 0;
  const change = (layer: Layer): Edit | undefined => {
    const roomFor = roomIn(layer.spans, label);
    const found = mentions.get(layer.articleId) ?? [];
    const free = found.filter((range) => roomFor(range) === 'free');
    tagged += free.length;
    overlapping += found.filter((range) => roomFor(range) === 'overlapping').length;
    if (free.length === 0) return undefined;
    const spans = free.map((range) => spanLike(span, range, newId() as SpanId, now()));
    return { kind: 'together', edits: spans.map((each) => ({ kind: 'add-span', span: each })) };
  };
  const others = [...mentions.keys()].filter((id) => id !== open.articleId);
  return commitAcross(others, change, (articles, busy) =>
    taggedSentence({ label: label.name, tagged, articles, overlapping, busy }),
  );
}

/** A span with the same label and attributes on other words. Its note stays behind, and so do ranges of its own text. */
function spanLike({ label, attributes }: Span, { from, to }: TextRange, id: SpanId, at: string): Span {
  const carried = attributes.filter(({ value }) => !isRange(value));
  return spanByHand(id, label, [{ from, to }], at, carried);
}

interface Tagged {
  readonly label: string;
  readonly tagged: number;
  readonly articles: number;
  /** Mentions that were left out because they overlap a span that the label may not overlap. */
  readonly overlapping: number;
  /** Articles that another tab is writing. */
  readonly busy: number;
}

/** What was done, in a sentence for each thing that there is to say. */
function taggedSentence({ label, tagged, articles, overlapping, busy }: Tagged): string {
  const mentions = plural(tagged, 'mention');
  const done =
    articles > 1
      ? t`Tagged ${mentions} as ${label}, in ${plural(articles, 'article')}.`
      : t`Tagged ${mentions} as ${label}.`;
  const parts = [tagged === 0 ? t`Nothing was tagged.` : done];
  if (overlapping > 0) {
    parts.push(t`Left out because a span with this label overlaps them: ${overlapping}.`);
  }
  if (busy > 0) parts.push(t`Left as they are because another tab has them open (articles): ${busy}.`);
  return parts.join(' ');
}
