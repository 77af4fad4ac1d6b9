import { t } from '#language/t.ts';
import { findLabel } from '#core/labels/label-set.ts';
import { type LinkType } from '#core/labels/link-type.ts';
import { useReviewKeyText } from '#screens/review/keys/use-review-keys.ts';
import { useSession } from '#state/react.tsx';
import { useLaterStores, useReview } from '#state/react-later.tsx';
import { type LinkPlace, placesFor } from '#state/review/link-places.ts';
import { type DraftSpan } from '#state/review/review-state.ts';
import { LabelMark } from '#views/labels/label-mark.tsx';
import { directionOf } from '#core/text/direction.ts';
import { type KeyboardEvent, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import styles from './draft-links.module.css';

/** As many as a person will look at; more by typing. */
const SHOWN = 8;

interface DraftLinkFieldProps {
  readonly draft: DraftSpan;
  /** Those that may start at its label; never empty. */
  readonly types: readonly LinkType[];
  readonly onReturnToText: () => void;
}

/** Asks where a link goes: what is near first, more by typing. Enter takes the marked one and goes back to the text. */
export function DraftLinkField({ draft, types, onReturnToText }: DraftLinkFieldProps) {
  const { review } = useLaterStores();
  const [fieldId, listId] = [useId(), useId()];
  const keyText = useReviewKeyText();
  const items = useReview((state) => state.items);
  const currentId = useReview((state) => state.currentId);
  const article = useReview((state) => state.article);
  const [chosen, setChosen] = useState(types[0]!.id);
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const [isOpen, setOpen] = useState(false);
  const type = types.find((each) => each.id === chosen) ?? types[0]!;
  const places = useMemo(
    () => (isOpen ? placesFor({ items, currentId, article }, draft, type, typed).slice(0, SHOWN) : []),
    [isOpen, items, currentId, article, draft, type, typed],
  );
  const pick = (place: LinkPlace | undefined): void => {
    if (!place) return;
    review.getState().addDraftLink(type.id, place);
    setTyped('');
    setActive(0);
    onReturnToText();
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') setActive(Math.min(active + 1, places.length - 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(active - 1, 0));
    else if (event.key === 'Enter') pick(places[active]);
    else if (event.key === 'Escape') onReturnToText();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={styles.choice}>
      <div className={styles.head}>
        <label htmlFor={fieldId} className={styles.name}>
          {t`Link to`} <kbd aria-hidden="true">{keyText('review-link')}</kbd>
        </label>
        {types.length > 1 && (
          <TypeButtons
            types={types}
            chosen={type}
            onChoose={(id) => {
              setChosen(id);
              setActive(0);
            }}
          />
        )}
      </div>
      <input
        id={fieldId}
        className={styles.field}
        data-link-to
        role="combobox"
        aria-label={t`${type.name}: words of what it goes to`}
        aria-expanded={places.length > 0}
        aria-controls={listId}
        aria-activedescendant={places[active] ? `${listId}-${active}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        dir="auto"
        placeholder={t`${type.name}: type words of it`}
        value={typed}
        onFocus={() => {
          setOpen(true);
        }}
        onBlur={() => {
          setOpen(false);
        }}
        onChange={(event) => {
          setTyped(event.target.value);
          setActive(0);
        }}
        onKeyDown={press}
      />
      {isOpen && <Places id={listId} type={type} places={places} active={active} onPick={pick} />}
      {isOpen && places.length === 0 && (
        <p className={styles.nothing}>
          {typed.trim() === ''
            ? t`There is nothing in this article that such a link can go to.`
            : t`Nothing that such a link can go to has these words.`}
        </p>
      )}
    </div>
  );
}

interface TypeButtonsProps {
  readonly types: readonly LinkType[];
  readonly chosen: LinkType;
  readonly onChoose: (id: LinkType['id']) => void;
}

function TypeButtons({ types, chosen, onChoose }: TypeButtonsProps) {
  return (
    <span className={styles.types} role="group" aria-label={t`Link type`}>
      {types.map(({ id, name, description }) => (
        <button
          key={id}
          type="button"
          aria-pressed={id === chosen.id}
          title={description}
          onClick={() => {
            onChoose(id);
          }}
        >
          {name}
        </button>
      ))}
    </span>
  );
}

interface PlacesProps {
  readonly id: string;
  readonly type: LinkType;
  readonly places: readonly LinkPlace[];
  readonly active: number;
  readonly onPick: (place: LinkPlace) => void;
}

/** What the link can go to. The focus stays in the field, which points to the active one. */
function Places({ id, type, places, active, onPick }: PlacesProps) {
  const labelSet = useSession((state) => state.project.labelSet);
  const { language } = useReview((state) => state.article);
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    // The card may end just below the field, where its buttons are.
    box.current?.scrollIntoView({ block: 'nearest' });
  }, [places.length]);
  return (
    <div ref={box} id={id} role="listbox" aria-label={type.name} className={styles.places}>
      {places.map((place, index) => {
        const label = findLabel(labelSet, place.label);
        return (
          // The field has the keys; the options are for the pointer.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={place.key}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            tabIndex={-1}
            className={styles.place}
            onMouseDown={(event) => {
              event.preventDefault();
            }}
            onClick={() => {
              onPick(place);
            }}
          >
            {label && <LabelMark label={label} />}
            <span className={styles.words} lang={language} dir={directionOf(language)}>
              {place.words}
            </span>
          </div>
        );
      })}
    </div>
  );
}
