import { t } from '#language/t.ts';
import { type Label } from '#core/labels/label-set.ts';
import { changedWords } from '#core/project/changed-words.ts';
import { type Guidelines, type GuidelineVersion } from '#core/project/guidelines.ts';
import { useStores } from '#state/react.tsx';
import { Button } from '#ui/button.tsx';
import { withCommas } from '#language/lists.ts';
import { count, plural } from '#language/numbers.ts';
import { LabelGuidelineText } from '#views/guidelines/label-guideline-text.tsx';
import { useId, useMemo, useState } from 'react';
import { timeInWords } from '#language/dates.ts';
import styles from './versions-section.module.css';

/** How many versions are shown at first, and how many more at each wish: comparing all of them takes time. */
const AT_A_TIME = 20;

interface VersionsSectionProps {
  readonly versions: readonly GuidelineVersion[];
  readonly labels: readonly Label[];
}

/** Every version, newest first: when, by whom, how much changed; each can be read, and used again. */
export function VersionsSection({ versions, labels }: VersionsSectionProps) {
  const id = useId();
  const { guidelines } = useStores();
  const [most, setMost] = useState(AT_A_TIME);
  const [said, setSaid] = useState('');
  const shown = versions.slice(-most).toReversed();
  if (versions.length === 0) return null;
  return (
    <section className={styles.versions} aria-labelledby={id}>
      <h2 id={id}>{t`Versions`}</h2>
      <p
        className={styles.hint}
      >{t`What one person writes without a pause of ten minutes is one version. Old versions stay as they were.`}</p>
      <p role="status" className={said === '' ? 'visually-hidden' : undefined}>
        {said}
      </p>
      <ol aria-label={t`Versions`} reversed>
        {shown.map((version) => (
          <VersionItem
            key={version.number}
            version={version}
            before={versions[version.number - 2]}
            labels={labels}
            isNewest={version === versions.at(-1)}
            onUse={() => {
              guidelines.getState().restoreVersion(version);
              setSaid(t`What version ${version.number} says is in force again.`);
            }}
          />
        ))}
      </ol>
      {versions.length > most && (
        <Button
          onClick={() => {
            setMost(most + AT_A_TIME);
          }}
        >{t`Show older versions (${count(versions.length - most)})`}</Button>
      )}
    </section>
  );
}

interface VersionItemProps {
  readonly version: GuidelineVersion;
  readonly before: GuidelineVersion | undefined;
  readonly labels: readonly Label[];
  readonly isNewest: boolean;
  readonly onUse: () => void;
}

function VersionItem({ version, before, labels, isNewest, onUse }: VersionItemProps) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const change = useMemo(() => changeInWords(before, version), [before, version]);
  return (
    <li>
      <div className={styles.row}>
        <span className={styles.about}>
          <b>{isNewest ? t`Version ${version.number}, in force` : t`Version ${version.number}`}</b>
          <span>{t`${timeInWords(version.at)}, by ${version.by}: ${change}.`}</span>
        </span>
        <Button
          look="quiet"
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          aria-label={isOpen ? t`Hide version ${version.number}` : t`Show version ${version.number}`}
          onClick={() => {
            setOpen(!isOpen);
          }}
        >
          {isOpen ? t`Hide` : t`Show`}
        </Button>
      </div>
      {isOpen && (
        <div id={id} className={styles.content}>
          <WholeVersion version={version} labels={labels} />
          {!isNewest && (
            <div>
              <Button onClick={onUse}>{t`Use this version again`}</Button>
            </div>
          )}
        </div>
      )}
    </li>
  );
}

function WholeVersion({ version, labels }: Pick<VersionItemProps, 'version' | 'labels'>) {
  const isEmpty = version.text.trim() === '' && version.labels.length === 0;
  return (
    <>
      {isEmpty && <p className={styles.hint}>{t`This version says nothing.`}</p>}
      {version.text.trim() !== '' && (
        <div>
          <h3>{t`In general`}</h3>
          <LabelGuidelineText guideline={{ text: version.text, examples: [] }} under={3} />
        </div>
      )}
      {version.labels.map((guideline) => (
        <div key={guideline.label}>
          <h3>{labels.find(({ id }) => id === guideline.label)?.name ?? guideline.label}</h3>
          <LabelGuidelineText guideline={guideline} under={3} />
        </div>
      ))}
    </>
  );
}

const NOTHING: Guidelines = { text: '', labels: [] };

/** How much a version changed: `12 words added, 1 word removed`. */
function changeInWords(before: GuidelineVersion | undefined, version: GuidelineVersion): string {
  const { added, removed } = changedWords(before ?? NOTHING, version);
  const parts = [
    ...(added > 0 ? [plural(added, '# word added', '# words added')] : []),
    ...(removed > 0 ? [plural(removed, '# word removed', '# words removed')] : []),
  ];
  return parts.length > 0 ? withCommas(parts) : t`the same words`;
}
