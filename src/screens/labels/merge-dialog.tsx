import { t } from '#language/t.ts';
import { followRule } from '#core/labels/follow-rule.ts';
import { useSession } from '#state/react.tsx';
import { useLaterStores } from '#state/react-later.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { SelectField } from '#ui/field.tsx';
import { type FormEvent, useState } from 'react';
import styles from './dialogs.module.css';
import { nameOfThing, othersOf, ruleFor, type Thing } from './thing.ts';

interface MergeDialogProps {
  readonly thing: Thing;
  readonly onClose: () => void;
}

/** Asks what something is to be merged into. */
export function MergeDialog({ thing, onClose }: MergeDialogProps) {
  const { labels } = useLaterStores();
  const labelSet = useSession((state) => state.project.labelSet);
  const others = othersOf(labelSet, thing);
  const [to, setTo] = useState(others[0]?.id ?? '');
  const name = nameOfThing(labelSet, thing);
  const goOn = (event: FormEvent): void => {
    event.preventDefault();
    const into = others.find(({ id }) => id === to)?.name ?? '';
    onClose();
    void labels.getState().follow(t`Merge ${name} into “${into}”`, t`Merged ${name} into “${into}”.`, (current) => {
      return followRule(current, ruleFor(thing, to));
    });
  };
  return (
    <Dialog title={t`Merge ${name}`} isOpen onClose={onClose}>
      <form onSubmit={goOn} className={styles.form}>
        <p>
          {MEANINGS[thing.kind]} {t`You see what would change before it is done.`}
        </p>
        <SelectField
          label={t`Merge into`}
          value={to}
          options={others.map((other) => ({ value: other.id, text: other.name }))}
          onChange={setTo}
        />
        <div className={styles.actions}>
          <Button onClick={onClose}>{t`Cancel`}</Button>
          <Button type="submit" look="primary">{t`Go on`}</Button>
        </div>
      </form>
    </Dialog>
  );
}

const MEANINGS: Readonly<Record<Thing['kind'], string>> = {
  label: t`Its spans get the other label. Their values go along where that label has the same attribute.`,
  value: t`Spans that have it get the other value.`,
  'link-type': t`Its links become links of the other type.`,
};
