import { t } from '#language/t.ts';
import { useLaterStores, useReview } from '#state/react-later.tsx';
import { type ReviewItem } from '#state/review/review-state.ts';
import { KIND_WORDS, labelName, stateInWords } from '#state/review/review-words.ts';
import { currentItem, isOpen } from '#state/review/review-items.ts';
import { useSession } from '#state/react.tsx';
import { Button } from '#ui/button.tsx';
import { KindIcon } from '#views/review/kind-icon.tsx';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { type RefObject, useLayoutEffect, useRef } from 'react';
import { markKindOf } from '#screens/review/scene-of.ts';
import { Act, CardActions } from './card-actions.tsx';
import { DecidedNote } from './decided-note.tsx';
import { DraftPanel } from './draft-panel.tsx';
import styles from './group-card.module.css';
import { GroupThreads } from './group-threads.tsx';
import { ProposalLines } from './proposal-lines.tsx';
import { StaleNotice } from './stale-notice.tsx';
import { WhyFields } from './why-fields.tsx';

interface GroupCardProps {
  readonly onReturnToText: () => void;
  /** On small screens: true where only the head of the card is to be seen. */
  readonly isLow: boolean;
  readonly onLower: () => void;
}

/** The current group: what people say, and what can be done about it. */
export function GroupCard({ onReturnToText, isLow, onLower }: GroupCardProps) {
  const items = useReview((state) => state.items);
  const item = useReview(currentItem);
  const isEditing = useReview((state) => state.draft !== undefined);
  const card = useRef<HTMLElement>(null);
  useSeenFromStart(card, item?.id);
  return (
    <section ref={card} className={styles.card} data-region="card" aria-labelledby="card-heading">
      <header className={styles.head}>
        <h2 id="card-heading">{item ? <Heading item={item} /> : t`Nothing is chosen`}</h2>
        <Button
          look="icon"
          className={styles.lower}
          aria-expanded={!isLow}
          aria-label={isLow ? t`Show the card` : t`Lower the card`}
          onClick={onLower}
        >
          {isLow ? <ChevronUp size={18} aria-hidden="true" /> : <ChevronDown size={18} aria-hidden="true" />}
        </Button>
      </header>
      {!item && <Nothing hasItems={items.length > 0} hasOpen={items.some(isOpen)} />}
      {item && isEditing && <DraftPanel onReturnToText={onReturnToText} />}
      {item && !isEditing && (
        <>
          <StaleNotice item={item} />
          <DecidedNote item={item} />
          {item.group && <ProposalLines item={item} />}
          <CardActions item={item} />
          <WhyFields key={item.id} item={item} onReturnToText={onReturnToText} />
          <GroupThreads key={`${item.id} threads`} item={item} onReturnToText={onReturnToText} />
        </>
      )}
    </section>
  );
}

/** Each group is read from its first proposal, however far the card was scrolled for the one before. */
function useSeenFromStart(card: RefObject<HTMLElement | null>, itemId: string | undefined): void {
  useLayoutEffect(() => {
    // On small screens the panel around it scrolls.
    for (const scroller of [card.current, card.current?.parentElement]) scroller?.scrollTo(0, 0);
  }, [card, itemId]);
}

function Heading({ item }: { readonly item: ReviewItem }) {
  const items = useReview((state) => state.items);
  const labelSet = useSession((state) => state.project.labelSet);
  const { group, decisions } = item;
  const labels = group
    ? [...new Set(group.members.flatMap(({ span }) => (span ? [span.label] : [])))]
    : [...new Set(decisions.flatMap(({ spans }) => spans.map(({ label }) => label)))];
  const kind = markKindOf(item);
  const what = group ? KIND_WORDS[group.kind] : decisions[0]?.verdict === 'add' ? t`Added` : t`Spans that are gone`;
  return (
    <>
      <span className={styles.kind}>
        <KindIcon kind={group?.kind ?? kind} size={16} />
        {what}
      </span>
      <span className={styles.label}>{anyOf(labels.map((label) => labelName(labelSet, label)))}</span>
      <span className={styles.place}>{t`${items.indexOf(item) + 1} of ${items.length}, ${stateInWords(item)}`}</span>
    </>
  );
}

function anyOf(names: readonly string[]): string {
  return names.length === 0 ? '' : names.reduce((some, name) => t`${some} or ${name}`);
}

function Nothing({ hasItems, hasOpen }: { readonly hasItems: boolean; readonly hasOpen: boolean }) {
  const { review } = useLaterStores();
  if (!hasItems)
    return (
      <p className={styles.empty}>{t`There is nothing to settle here: nobody who is compared has marked anything.`}</p>
    );
  if (!hasOpen) return <p className={styles.empty}>{t`Every group is decided.`}</p>;
  return (
    <p>
      <Act
        text={t`Next open group`}
        commands={['review-next-open']}
        onAct={() => {
          review.getState().stepOpen(1);
        }}
      />
    </p>
  );
}
