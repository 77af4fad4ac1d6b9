import { findLabel } from '#core/labels/label-set.ts';
import { useSession } from '#state/react.tsx';
import { useLaterStores, useReview } from '#state/react-later.tsx';
import { wordsOf } from '#state/review/review-words.ts';
import { Button } from '#ui/button.tsx';
import { SmallSelect } from '#ui/field.tsx';
import { AttributeFields } from '#views/labels/attribute-fields.tsx';
import { directionOf } from '#views/text/direction.ts';
import styles from './draft-panel.module.css';

/** What is being changed before it goes into gold. */
export function DraftPanel({ onReturnToText }: { readonly onReturnToText: () => void }) {
  const { review } = useLaterStores();
  const draft = useReview((state) => state.draft);
  const { text, language } = useReview((state) => state.article);
  const labelSet = useSession((state) => state.project.labelSet);
  if (!draft) return null;
  const move = (edge: 'from' | 'to', step: 1 | -1) => (): void => {
    review.getState().moveEdge(edge, step, 'word');
  };
  return (
    <div className={styles.draft}>
      <SmallSelect
        name="Label"
        value={draft.label}
        options={labelSet.labels.map(({ id, name, key }) => ({
          value: id,
          text: key === '' ? name : `${name} (${key})`,
        }))}
        onChange={(label) => {
          review.getState().relabelDraft(label);
        }}
      />
      <p className={styles.quote} lang={language === 'und' ? undefined : language} dir={directionOf(language)}>
        {wordsOf(text, draft.ranges)}
      </p>
      <div className={styles.edges}>
        <Edge name="Start" onBack={move('from', -1)} onOn={move('from', 1)} keys="Shift+← →" />
        <Edge name="End" onBack={move('to', -1)} onOn={move('to', 1)} keys="← →" />
      </div>
      <AttributeFields
        key={draft.label}
        attributes={findLabel(labelSet, draft.label)?.attributes ?? []}
        held={draft.attributes}
        text={text}
        isWritable
        onSet={(id, value) => {
          review.getState().setDraftValue(id, value);
        }}
        onRefuse={(why) => {
          review.getState().say(why);
        }}
        onReturnToText={onReturnToText}
      />
      <div className={styles.actions}>
        <Button
          look="primary"
          onClick={() => {
            review.getState().saveDraft();
          }}
        >
          Put into gold <kbd aria-hidden="true">Enter</kbd>
        </Button>
        <Button
          onClick={() => {
            review.getState().stopEditing();
          }}
        >
          Cancel <kbd aria-hidden="true">Esc</kbd>
        </Button>
      </div>
    </div>
  );
}

interface EdgeProps {
  readonly name: string;
  readonly onBack: () => void;
  readonly onOn: () => void;
  readonly keys: string;
}

function Edge({ name, onBack, onOn, keys }: EdgeProps) {
  return (
    <span className={styles.edge}>
      {name}
      <Button look="icon" aria-label={`${name} one word back`} onClick={onBack}>
        ←
      </Button>
      <Button look="icon" aria-label={`${name} one word on`} onClick={onOn}>
        →
      </Button>
      <kbd aria-hidden="true">{keys}</kbd>
    </span>
  );
}
