import { t } from '#language/t.ts';
import { DEFAULT_SETTINGS } from '#core/agreement/agreement-report.ts';
import { type AnnotatorId } from '#core/project/project.ts';
import { annotatorsWhoBegan } from '#state/library-article.ts';
import { useSession, useStores } from '#state/react.tsx';
import { useAgreement, useLaterStores } from '#state/react-later.tsx';
import { Button } from '#ui/button.tsx';
import { CheckField } from '#ui/check-field.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { TextField } from '#ui/field.tsx';
import { useState } from 'react';
import styles from './settings-dialog.module.css';
import { useNames } from './use-names.ts';

interface SettingsDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** What the figures depend on besides the layers; they are computed again when it is left by its button. */
export function SettingsDialog({ isOpen, onClose }: SettingsDialogProps) {
  return (
    <Dialog title={t`How agreement is computed`} isOpen={isOpen} onClose={onClose}>
      <Fields onClose={onClose} />
    </Dialog>
  );
}

function Fields({ onClose }: { readonly onClose: () => void }) {
  const { agreement } = useLaterStores();
  const people = usePeople();
  const names = useNames();
  const settings = useAgreement((state) => state.settings);
  const [chosen, setChosen] = useState<ReadonlySet<AnnotatorId>>(
    () => new Set(settings.annotatorIds ?? people.map(({ id }) => id)),
  );
  const [includesInProgress, setInProgress] = useState(settings.includesInProgress);
  const [includesChangedSince, setChangedSince] = useState(settings.includesChangedSince);
  const [includesGold, setGold] = useState(settings.includesGold);
  const [hasGamma, setGamma] = useState(settings.gamma !== undefined);
  const [hasIntervals, setIntervals] = useState(settings.resamples > 0);
  const [seed, setSeed] = useState(String(settings.seed));
  const isEnough = chosen.size >= Math.min(people.length, includesGold ? 1 : 2);
  const isSeed = /^\d{1,9}$/.test(seed);
  const compute = (): void => {
    const isEverybody = people.every(({ id }) => chosen.has(id));
    onClose();
    void agreement.getState().choose({
      annotatorIds: isEverybody ? undefined : people.flatMap(({ id }) => (chosen.has(id) ? [id] : [])),
      includesInProgress,
      includesChangedSince,
      includesGold,
      gamma: hasGamma ? (settings.gamma ?? DEFAULT_SETTINGS.gamma) : undefined,
      resamples: hasIntervals ? settings.resamples || DEFAULT_SETTINGS.resamples : 0,
      seed: Number(seed),
    });
  };
  return (
    <form
      className={styles.fields}
      onSubmit={(event) => {
        event.preventDefault();
        if (isSeed && isEnough) compute();
      }}
    >
      <fieldset className={styles.group}>
        <legend>{t`Annotators`}</legend>
        {people.map(({ id }) => (
          <CheckField
            key={id}
            label={names.annotator(id)}
            isChecked={chosen.has(id)}
            onChange={(isChecked) => {
              setChosen(new Set(isChecked ? [...chosen, id] : [...chosen].filter((other) => other !== id)));
            }}
          />
        ))}
        {!isEnough && <TooFew includesGold={includesGold} />}
        {people.length === 0 && <p>{t`Nobody has annotated an article yet.`}</p>}
      </fieldset>
      <fieldset className={styles.group}>
        <legend>{t`Layers`}</legend>
        <CheckField
          label={t`Also layers that are in progress`}
          isChecked={includesInProgress}
          onChange={setInProgress}
        />
        <CheckField
          label={t`Also layers that were changed after review of their article had begun`}
          isChecked={includesChangedSince}
          onChange={setChangedSince}
        />
      </fieldset>
      <fieldset className={styles.group}>
        <legend>{t`Figures`}</legend>
        <CheckField label={t`γ, which takes most of the time`} isChecked={hasGamma} onChange={setGamma} />
        <CheckField
          label={t`Each annotator against gold of reviewed articles too`}
          isChecked={includesGold}
          onChange={setGold}
        />
        <CheckField label={t`Intervals, from ten articles on`} isChecked={hasIntervals} onChange={setIntervals} />
        <SeedField seed={seed} isSeed={isSeed} onChange={setSeed} />
      </fieldset>
      <div className={styles.buttons}>
        <Button onClick={onClose}>{t`Cancel`}</Button>
        <Button type="submit" look="primary" disabled={!isSeed || !isEnough}>{t`Compute`}</Button>
      </div>
    </form>
  );
}

/** Why nothing can be computed. */
function TooFew({ includesGold }: { readonly includesGold: boolean }) {
  return (
    <p role="status" className={styles.problem}>
      {includesGold ? t`Choose somebody.` : t`Choose at least two, or compare with gold below.`}
    </p>
  );
}

/** Those who have begun something. */
function usePeople() {
  const { library } = useStores();
  const annotators = useSession((state) => state.annotators);
  return annotatorsWhoBegan(annotators, library.getState().articles);
}

interface SeedFieldProps {
  readonly seed: string;
  readonly isSeed: boolean;
  readonly onChange: (seed: string) => void;
}

function SeedField({ seed, isSeed, onChange }: SeedFieldProps) {
  return (
    <TextField
      label={t`Seed, a whole number: the same seed gives the same figures`}
      inputMode="numeric"
      value={seed}
      aria-invalid={!isSeed}
      onChange={({ target }) => {
        onChange(target.value);
      }}
    />
  );
}
