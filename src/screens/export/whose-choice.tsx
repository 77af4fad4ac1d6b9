import { t } from '#language/t.ts';
import { EVERYONE, type Whose } from '#core/bundle/whose.ts';
import { type AnnotatorId } from '#core/project/project.ts';
import { annotatorsWhoBegan } from '#state/library-article.ts';
import { useLibrary, useSession } from '#state/react.tsx';
import { nameOf } from '#state/session-store.ts';
import { CheckField } from '#ui/check-field.tsx';
import { SelectField } from '#ui/field.tsx';
import { useMemo } from 'react';
import styles from './whose-choice.module.css';

interface WhoseChoiceProps {
  readonly whose: Whose;
  readonly onChange: (whose: Whose) => void;
}

const KINDS = [
  { value: 'all', text: t`everyone` },
  { value: 'some', text: t`chosen annotators` },
  { value: 'gold', text: t`gold, from the review` },
] as const;

/** Whose layers go into the file: everybody's, those of some annotators, or gold. */
export function WhoseChoice({ whose, onChange }: WhoseChoiceProps) {
  const articles = useLibrary((state) => state.present());
  const annotators = useSession((state) => state.annotators);
  const writer = useSession((state) => state.annotatorId);
  const people = useMemo(() => annotatorsWhoBegan(annotators, articles), [articles, annotators]);
  const choose = (kind: Whose['kind']): void => {
    if (kind === 'all') onChange(EVERYONE);
    else if (kind === 'gold') onChange({ kind, includesPartly: false });
    else onChange({ kind, annotatorIds: new Set(people.map(({ id }) => id)) });
  };
  return (
    <div className={styles.choice}>
      <SelectField label={t`Annotations of`} value={whose.kind} onChange={choose} options={KINDS}>
        {whose.kind === 'gold' && (
          <small
            className={styles.hint}
          >{t`What the reviewers decided, in the place of everybody’s layers. Spans that nobody has decided about are never in it.`}</small>
        )}
      </SelectField>
      {whose.kind === 'gold' && (
        <CheckField
          label={t`Include articles whose review is not done, with what is decided`}
          isChecked={whose.includesPartly}
          onChange={(includesPartly) => {
            onChange({ kind: 'gold', includesPartly });
          }}
        />
      )}
      {whose.kind === 'some' && (
        <fieldset className={styles.people}>
          <legend className="visually-hidden">{t`Annotators`}</legend>
          {people.length === 0 && <p className={styles.hint}>{t`Nobody has annotated yet.`}</p>}
          {people.map(({ id }) => (
            <CheckField
              key={id}
              label={id === writer ? t`${nameOf(annotators, id)} (you)` : nameOf(annotators, id)}
              isChecked={whose.annotatorIds.has(id)}
              onChange={(isChecked) => {
                onChange({ kind: 'some', annotatorIds: changed(whose.annotatorIds, id, isChecked) });
              }}
            />
          ))}
        </fieldset>
      )}
    </div>
  );
}

function changed(ids: ReadonlySet<AnnotatorId>, id: AnnotatorId, isIn: boolean): ReadonlySet<AnnotatorId> {
  const next = new Set(ids);
  if (isIn) next.add(id);
  else next.delete(id);
  return next;
}
