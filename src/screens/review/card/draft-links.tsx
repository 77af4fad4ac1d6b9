import { t } from '#language/t.ts';
import { findLabel } from '#core/labels/label-set.ts';
import { mayStartAt } from '#core/labels/link-type.ts';
import { useSession } from '#state/react.tsx';
import { useLaterStores, useReview } from '#state/react-later.tsx';
import { type LinkPlace, placeOf } from '#state/review/link-places.ts';
import { type DraftSpan } from '#state/review/review-state.ts';
import { linkName } from '#state/review/review-words.ts';
import { Button } from '#ui/button.tsx';
import { LabelMark } from '#views/labels/label-mark.tsx';
import { directionOf } from '#core/text/direction.ts';
import { ArrowRight, X } from 'lucide-react';
import { useMemo, useRef } from 'react';
import { DraftLinkField } from './draft-link-field.tsx';
import styles from './draft-links.module.css';

interface DraftLinksProps {
  readonly draft: DraftSpan;
  readonly onReturnToText: () => void;
}

/** Where the links of what is being changed go, and a field to choose others. */
export function DraftLinks({ draft, onReturnToText }: DraftLinksProps) {
  const { review } = useLaterStores();
  const labelSet = useSession((state) => state.project.labelSet);
  const items = useReview((state) => state.items);
  const layers = useReview((state) => state.layers);
  const article = useReview((state) => state.article);
  const box = useRef<HTMLDivElement>(null);
  const types = labelSet.linkTypes.filter((type) => mayStartAt(type, draft.label));
  // Not with each key that moves an end.
  const links = useMemo(
    () =>
      new Map(
        draft.links.flatMap(({ type, to }) => {
          const place = placeOf({ items, layers, article }, to);
          return place ? [[`${type} ${place.key}`, { type, place }] as const] : [];
        }),
      ),
    [draft.links, items, layers, article],
  );
  if (types.length + links.size === 0) return null;
  const remove = (type: DraftSpan['links'][number]['type'], { key }: LinkPlace): void => {
    review.getState().removeDraftLink(type, key);
    // The button is gone with its link.
    const next = box.current?.querySelector<HTMLElement>('[data-link-to]');
    if (next) next.focus();
    else onReturnToText();
  };
  return (
    <div ref={box} className={styles.links}>
      {links.size > 0 && (
        <ul aria-label={t`Links`} className={styles.list}>
          {[...links].map(([key, { type, place }]) => {
            const name = linkName(labelSet, type);
            const label = findLabel(labelSet, place.label);
            return (
              <li key={key} className={styles.link}>
                <span className={styles.type}>
                  {name}
                  <ArrowRight size={13} aria-hidden="true" />
                </span>
                {label && <LabelMark label={label} />}
                <span className={styles.words} lang={article.language} dir={directionOf(article.language)}>
                  {place.words}
                </span>
                <Button
                  look="icon"
                  aria-label={t`Take away ${name} ${place.words}`}
                  onClick={() => {
                    remove(type, place);
                  }}
                >
                  <X size={14} aria-hidden="true" />
                </Button>
              </li>
            );
          })}
        </ul>
      )}
      {types.length > 0 && <DraftLinkField draft={draft} types={types} onReturnToText={onReturnToText} />}
    </div>
  );
}
