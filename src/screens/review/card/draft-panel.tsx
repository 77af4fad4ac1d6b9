import { t } from '#language/t.ts';
import { findLabel } from '#core/labels/label-set.ts';
import { useSession } from '#state/react.tsx';
import { useLaterStores, useReview } from '#state/react-later.tsx';
import { endsOf } from '#state/review/review-words.ts';
import { Button } from '#ui/button.tsx';
import { SmallSelect } from '#ui/field.tsx';
import { AttributeFields } from '#views/labels/attribute-fields.tsx';
import { directionOf } from '#core/text/direction.ts';
import { DraftLinks } from './draft-links.tsx';
import styles from './draft-panel.module.css';

/** What is being changed before it goes into gold. */
export function DraftPanel({ onReturnToText }: { readonly onReturnToText: () => void }) {
  const { review } = useLaterStores();
  const draft = useReview((state) => state.draft);
  const { text, language } = useReview((state) => state.article);
  const labelSet = useSession((state) => state.project.labelSet);
  if (!draft) return null;
  const isRtl = directionOf(language) === 'rtl';
  const move = (edge: 'from' | 'to', step: 1 | -1) => (): void => {
    review.getState().moveEdge(edge, step, 'word');
  };
  return (
    <div className={styles.draft}>
      <SmallSelect
        name={t`Label`}
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
        {endsOf(text, draft.ranges)}
      </p>
      <div className={styles.edges}>
        <Edge edge="from" isRtl={isRtl} onBack={move('from', -1)} onOn={move('from', 1)} keys="Shift+← →" />
        <Edge edge="to" isRtl={isRtl} onBack={move('to', -1)} onOn={move('to', 1)} keys="← →" />
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
        onTakeWords={(id) => {
          review.getState().takeDraftWords(id);
        }}
        takeKey="C"
        onReturnToText={onReturnToText}
      />
      <DraftLinks key={`${draft.label} links`} draft={draft} onReturnToText={onReturnToText} />
      <div className={styles.actions}>
        <Button
          look="primary"
          onClick={() => {
            review.getState().saveDraft();
          }}
        >
          {t`Put into gold`} <kbd aria-hidden="true">Enter</kbd>
        </Button>
        <Button
          onClick={() => {
            review.getState().stopEditing();
          }}
        >
          {t`Cancel`} <kbd aria-hidden="true">Esc</kbd>
        </Button>
      </div>
    </div>
  );
}

const EDGE_WORDS = {
  from: { name: t`Beginning`, back: t`Start one word back`, on: t`Start one word on` },
  to: { name: t`End`, back: t`End one word back`, on: t`End one word on` },
} as const;

interface EdgeProps {
  readonly edge: 'from' | 'to';
  /** True where the text runs to the left, so that going back is going to the right. */
  readonly isRtl: boolean;
  readonly onBack: () => void;
  readonly onOn: () => void;
  readonly keys: string;
}

function Edge({ edge, isRtl, onBack, onOn, keys }: EdgeProps) {
  const words = EDGE_WORDS[edge];
  const back = { name: words.back, onClick: onBack };
  const on = { name: words.on, onClick: onOn };
  const [left, right] = isRtl ? [on, back] : [back, on];
  return (
    <span className={styles.edge}>
      {words.name}
      <Button look="icon" aria-label={left.name} onClick={left.onClick}>
        ←
      </Button>
      <Button look="icon" aria-label={right.name} onClick={right.onClick}>
        →
      </Button>
      <kbd aria-hidden="true">{keys}</kbd>
    </span>
  );
}
