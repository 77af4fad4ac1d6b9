import { type Span } from '#core/spans/span.ts';
import { useReading, useSession } from '#state/react.tsx';
import { useLaterStores, useReview } from '#state/react-later.tsx';
import { ArticleText, type ArticleTextHandle } from '#views/text/article-text.tsx';
import { useTellEdges } from '#views/text/use-tell-edges.ts';
import { GroupOverlay } from '#views/text/group-overlay.tsx';
import { currentItem, rangesOf } from '#state/review/review-items.ts';
import { type GroupScene } from '#views/text/group-scene.ts';
import { roomFor } from '#views/text/measure-groups.ts';
import { type RefObject, useEffect, useEffectEvent, useMemo, useRef } from 'react';
import { AddBar } from './add-bar.tsx';
import styles from './review-text.module.css';
import { sceneOf } from './scene-of.ts';
import { usePeople } from './use-people.ts';

interface ReviewTextProps {
  readonly view: RefObject<ArticleTextHandle | null>;
  /** On small screens: true where only the head of the card lies over the text. */
  readonly isLow: boolean;
  readonly covered: () => number;
}

const NONE: readonly never[] = [];

/** The text with gold, and over it what is to be settled. */
export function ReviewText({ view, isLow, covered }: ReviewTextProps) {
  const { review } = useLaterStores();
  const article = useReview((state) => state.article);
  const paragraphs = useReview((state) => state.paragraphs);
  const gold = useReview((state) => state.gold?.layer.spans ?? NONE);
  const selection = useReview((state) => state.selection);
  const reveal = useReview((state) => state.reveal);
  const labelSet = useSession((state) => state.project.labelSet);
  const tell = useTellEdges(useReading((state) => state.look.tellsSpans));
  const draft = useDraftSpan();
  const scene = useScene();
  const room = useRoom(scene);
  useGroupInSight({ view, isLow, covered, below: room?.size ?? 0 });
  return (
    <div className={styles.text} data-region="text">
      <ArticleText
        ref={view}
        text={article.text}
        language={article.language}
        paragraphs={paragraphs}
        spans={gold}
        labelSet={labelSet}
        tell={tell}
        selection={selection}
        selected={draft}
        links={NONE}
        besides={NONE}
        editable={draft !== undefined}
        reveal={reveal}
        titleId="review-title"
        bar={<AddBar />}
        room={room}
        over={<GroupOverlay scene={scene} />}
        covered={covered}
        onSelect={(next) => {
          review.getState().select(next);
        }}
        onClickAt={(offset, again) => {
          review.getState().clickAt(offset, again);
        }}
        onAddFragment={(next) => {
          review.getState().select(next);
        }}
        onMoveBoundary={(_span, index, edge, offset) => {
          review.getState().setEdge(index, edge, offset);
        }}
      />
    </div>
  );
}

/**
 * All lines of the current group stay in sight, with what is drawn below them: where another is gone to, the lines move apart,
 * or the card comes to lie over it.
 */
function useGroupInSight({ view, isLow, covered, below }: ReviewTextProps & { readonly below: number }): void {
  const item = useReview(currentItem);
  const reveal = useReview((state) => state.reveal);
  const shown = useReview((state) => state.view);
  const last = useRef({ shown, isLow, reveal: 0 });
  const bring = useEffectEvent(() => {
    const ranges = item && rangesOf(item);
    const [from, to] = [ranges?.[0]?.from, ranges?.at(-1)?.to];
    if (from === undefined || to === undefined) return;
    const before = last.current;
    last.current = { shown, isLow, reveal };
    const isMoved = before.shown !== shown || before.isLow !== isLow;
    if (isMoved) view.current?.bringIntoSight(from);
    // What was clicked on stays below the pointer where nothing covers it.
    if (isMoved || before.reveal !== reveal || covered() > 0) view.current?.bringEndIntoSight({ from, to }, below);
  });
  useEffect(() => {
    bring();
  }, [item?.id, reveal, shown, isLow]);
}

/** What is being changed, as a span that the text outlines with handles at its ends. */
function useDraftSpan(): Span | undefined {
  const draft = useReview((state) => state.draft);
  return useMemo(() => {
    if (!draft) return undefined;
    const { label, ranges, attributes, note } = draft;
    return { id: 'draft' as Span['id'], label, ranges, attributes, note, origin: 'hand', createdAt: '', changedAt: '' };
  }, [draft]);
}

function useScene(): GroupScene {
  const labelSet = useSession((state) => state.project.labelSet);
  const people = usePeople();
  const items = useReview((state) => state.items);
  const currentId = useReview((state) => state.currentId);
  const proposals = useReview((state) => state.proposals);
  const focused = useReview((state) => state.focused);
  const layers = useReview((state) => state.layers);
  const view = useReview((state) => state.view);
  const draft = useReview((state) => state.draft);
  const article = useReview((state) => state.article);
  const heatLabel = useReview((state) => state.heatLabel) ?? labelSet.labels[0]?.id;
  return useMemo(
    () => sceneOf({ items, currentId, proposals, focused, layers, view, draft, article, labelSet, people, heatLabel }),
    [items, currentId, proposals, focused, layers, view, draft, article, labelSet, people, heatLabel],
  );
}

/** The lines of the current group, or all of them, get room for what is drawn below. */
function useRoom(scene: GroupScene) {
  const size = roomFor(scene);
  const view = useReview((state) => state.view);
  const length = useReview((state) => state.article.text.length);
  const current = useReview(currentItem);
  const ranges = useMemo(() => current && rangesOf(current), [current]);
  const from = view === 'all' ? 0 : ranges?.[0]?.from;
  const to = view === 'all' ? length : ranges?.at(-1)?.to;
  return useMemo(
    () => (size === undefined || from === undefined || to === undefined ? undefined : { from, to, size }),
    [size, from, to],
  );
}
