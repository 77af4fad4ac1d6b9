import { t } from '#language/t.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { guidelineOf, guidelinesInForce } from '#core/project/guidelines.ts';
import { ADDRESSES } from '#state/addresses.ts';
import { useSession } from '#state/react.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Tabs } from '#ui/tabs.tsx';
import { LabelGuidelineText } from '#views/guidelines/label-guideline-text.tsx';
import { LabelMark } from '#views/labels/label-mark.tsx';
import { useState } from 'react';
import styles from './guidelines-dialog.module.css';

interface GuidelinesDialogProps {
  readonly isOpen: boolean;
  /** The label whose guideline is shown first; the general one without. */
  readonly label: LabelId | undefined;
  readonly onClose: () => void;
}

/** The guidelines, to be looked up while annotating. */
export function GuidelinesDialog({ isOpen, label, onClose }: GuidelinesDialogProps) {
  return (
    <Dialog title={t`Guidelines`} isOpen={isOpen} onClose={onClose} wide>
      <GuidelineTabs first={label} />
    </Dialog>
  );
}

/** No label has an empty id. */
const GENERAL = '';

function GuidelineTabs({ first }: { readonly first: LabelId | undefined }) {
  const { labelSet, guidelines: versions } = useSession((state) => state.project);
  const [chosen, setChosen] = useState<string>(first ?? GENERAL);
  const guidelines = guidelinesInForce(versions);
  const label = labelSet.labels.find(({ id }) => id === chosen);
  const shown = label ? guidelineOf(guidelines, label.id) : { text: guidelines.text, examples: [] };
  const isEmpty = shown.text.trim() === '' && shown.examples.length === 0;
  const tabs = [
    { id: GENERAL, heading: t`In general` },
    ...labelSet.labels.map((each) => ({
      id: each.id as string,
      heading: (
        <>
          <LabelMark label={each} />
          {each.name}
        </>
      ),
    })),
  ];
  return (
    <>
      <Tabs label={t`Guidelines`} tabs={tabs} current={label?.id ?? GENERAL} onChange={setChosen}>
        {label && label.description !== '' && <p className={styles.description}>{label.description}</p>}
        {isEmpty && <p className={styles.empty}>{t`Nothing is written here yet.`}</p>}
        {/* A text of its own for each label: it starts at its top. */}
        <LabelGuidelineText key={chosen} guideline={shown} under={2} />
      </Tabs>
      <p className={styles.more}>
        <a href={ADDRESSES.guidelines}>{t`All guidelines, to read or edit`}</a>
      </p>
    </>
  );
}
