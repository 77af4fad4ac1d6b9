import { t } from '#language/t.ts';
import { followRule } from '#core/labels/follow-rule.ts';
import { useSession, useStores } from '#state/react.tsx';
import { useLaterStores } from '#state/react-later.tsx';
import { Button } from '#ui/button.tsx';
import { Merge, Split, Trash2 } from 'lucide-react';
import { nameOfThing, othersOf, ruleFor, type Thing } from './thing.ts';

/** What is asked about a thing before it is merged or split. */
export interface Question {
  readonly kind: 'merge' | 'split';
  readonly thing: Thing;
}

interface ThingButtonsProps {
  readonly thing: Thing;
  readonly name: string;
  readonly isSmall?: boolean;
  readonly onAsk: (question: Question) => void;
}

/** Merge, split and remove: what spans or links may have to follow. */
export function ThingButtons({ thing, name, isSmall = false, onAsk }: ThingButtonsProps) {
  const { session } = useStores();
  const { labels } = useLaterStores();
  const hasOthers = useSession((state) => othersOf(state.project.labelSet, thing).length > 0);
  const remove = (): void => {
    const full = nameOfThing(session.getState().project.labelSet, thing);
    void labels.getState().follow(t`Remove ${full}`, t`Removed ${full}.`, (labelSet) => {
      return followRule(labelSet, ruleFor(thing, null));
    });
  };
  const look = isSmall ? 'icon' : 'plain';
  return (
    <>
      <Button
        look={look}
        aria-label={t`Merge: ${name}`}
        title={t`Merge into another`}
        disabled={!hasOthers}
        onClick={() => {
          onAsk({ kind: 'merge', thing });
        }}
      >
        <Merge size={16} aria-hidden="true" />
        {!isSmall && t`Merge`}
      </Button>
      <Button
        look={look}
        aria-label={t`Split: ${name}`}
        title={t`Split into two`}
        onClick={() => {
          onAsk({ kind: 'split', thing });
        }}
      >
        <Split size={16} aria-hidden="true" />
        {!isSmall && t`Split`}
      </Button>
      <Button look={isSmall ? 'icon' : 'danger'} aria-label={t`Remove: ${name}`} title={t`Remove`} onClick={remove}>
        <Trash2 size={16} aria-hidden="true" />
        {!isSmall && t`Remove`}
      </Button>
    </>
  );
}
