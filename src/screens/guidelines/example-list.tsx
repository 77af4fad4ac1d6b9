import { t } from '#language/t.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { GUIDELINE_LIMITS, type GuidelineExample } from '#core/project/guidelines.ts';
import { useStores } from '#state/react.tsx';
import { Button } from '#ui/button.tsx';
import { ExampleQuote } from '#views/guidelines/example-quote.tsx';
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import styles from './example-list.module.css';
import { useDraft } from '#ui/use-draft.ts';

interface ExampleListProps {
  readonly label: LabelId;
  readonly examples: readonly GuidelineExample[];
}

/** What a button of an example does; the focus finds it by this name after the examples have changed places. */
type Act = 'up' | 'down' | 'remove';

/** The examples of a label, to be commented, turned from good to bad or back, put in another order, and taken out. */
export function ExampleList({ label, examples }: ExampleListProps) {
  const { guidelines } = useStores();
  const list = useRef<HTMLDivElement>(null);
  const next = useRef<{ readonly index: number; readonly act: Act }>(undefined);
  useEffect(() => {
    if (!next.current || !list.current) return;
    const { index, act } = next.current;
    next.current = undefined;
    focusButton(list.current, Math.min(index, examples.length - 1), act);
  }, [examples]);

  return (
    <div ref={list} className={styles.examples}>
      <h3>{t`Examples`}</h3>
      {examples.length === 0 && (
        <p
          className={styles.empty}
        >{t`There is none yet. Select a span while you annotate and choose “Use as example”.`}</p>
      )}
      {examples.length > 0 && (
        <ol aria-label={t`Examples`}>
          {examples.map((example, index) => (
            <ExampleItem
              // The place is what a row stands for: two examples may be the same.
              // oxlint-disable-next-line react/no-array-index-key
              key={index}
              label={label}
              example={example}
              number={index + 1}
              isFirst={index === 0}
              isLast={index === examples.length - 1}
              onMove={(step) => {
                next.current = { index: index + step, act: step === 1 ? 'down' : 'up' };
                guidelines.getState().moveExample(label, example, step);
              }}
              onRemove={() => {
                next.current = { index, act: 'remove' };
                guidelines.getState().removeExample(label, example);
              }}
            />
          ))}
        </ol>
      )}
    </div>
  );
}

/** The button of the example, the other arrow where it is off, and the text of the label where no example is left. */
function focusButton(list: HTMLElement, index: number, act: Act): void {
  const button = (name: Act): HTMLButtonElement | null =>
    list.querySelector(`[data-example="${index}"] [data-act="${name}"]:not(:disabled)`);
  const other = act === 'up' ? button('down') : button('up');
  const text = list.closest('section')?.querySelector<HTMLElement>('[data-guideline]');
  (button(act) ?? other ?? text)?.focus();
}

interface ExampleItemProps {
  readonly label: LabelId;
  readonly example: GuidelineExample;
  readonly number: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onMove: (step: 1 | -1) => void;
  readonly onRemove: () => void;
}

function ExampleItem({ label, example, number, isFirst, isLast, onMove, onRemove }: ExampleItemProps) {
  const { guidelines } = useStores();
  const id = useId();
  const comment = useDraft(example.comment, (typed) => {
    guidelines.getState().changeExample(label, example, { ...example, comment: typed });
  });
  return (
    <li data-example={number - 1} className={styles.item}>
      <ExampleQuote example={example} />
      <div className={styles.comment}>
        <label htmlFor={id}>{t`Comment`}</label>
        <textarea
          id={id}
          aria-label={t`Comment on example ${number}`}
          rows={1}
          dir="auto"
          maxLength={GUIDELINE_LIMITS.comment}
          placeholder={t`What it shows`}
          value={comment.value}
          onChange={(event) => {
            comment.type(event.target.value);
          }}
          onBlur={comment.leave}
        />
      </div>
      <div className={styles.actions}>
        <Button
          look="quiet"
          aria-label={
            example.isGood
              ? t`Example ${number}: show it as what not to do`
              : t`Example ${number}: show it as a good one`
          }
          onClick={() => {
            guidelines.getState().changeExample(label, example, { ...example, isGood: !example.isGood });
          }}
        >
          {example.isGood ? t`Show as what not to do` : t`Show as a good one`}
        </Button>
        <span className={styles.gap} />
        <Button
          look="icon"
          data-act="up"
          aria-label={t`Move example ${number} up`}
          disabled={isFirst}
          onClick={() => {
            onMove(-1);
          }}
        >
          <ArrowUp size={16} aria-hidden="true" />
        </Button>
        <Button
          look="icon"
          data-act="down"
          aria-label={t`Move example ${number} down`}
          disabled={isLast}
          onClick={() => {
            onMove(1);
          }}
        >
          <ArrowDown size={16} aria-hidden="true" />
        </Button>
        <Button look="icon" data-act="remove" aria-label={t`Remove example ${number}`} onClick={onRemove}>
          <Trash2 size={16} aria-hidden="true" />
        </Button>
      </div>
    </li>
  );
}
