import { DEFAULT_SETTINGS } from '#core/agreement/agreement-report.ts';
import { type AnnotatorId } from '#core/project/project.ts';
import { useSession, useStores } from '#state/react.tsx';
import { useAgreement, useLaterStores } from '#state/react-later.tsx';
import { Button } from '#ui/button.tsx';
import { CheckField } from '#ui/check-field.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { TextField } from '#ui/field.tsx';
import { useState } from 'react';
import styles from './settings-dialog.module.css';

interface SettingsDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** What the figures depend on besides the layers; they are computed again when it is left by its button. */
export function SettingsDialog({ isOpen, onClose }: SettingsDialogProps) {
  return (
    <Dialog title="How agreement is computed" isOpen={isOpen} onClose={onClose}>
      <Fields onClose={onClose} />
    </Dialog>
  );
}

function Fields({ onClose }: { readonly onClose: () => void }) {
  const { agreement } = useLaterStores();
  const people = usePeople();
  const settings = useAgreement((state) => state.settings);
  const [chosen, setChosen] = useState<ReadonlySet<AnnotatorId>>(
    () => new Set(settings.annotatorIds ?? people.map(({ id }) => id)),
  );
  const [includesInProgress, setInProgress] = useState(settings.includesInProgress);
  const [includesChangedSince, setChangedSince] = useState(settings.includesChangedSince);
  const [hasGamma, setGamma] = useState(settings.gamma !== undefined);
  const [hasIntervals, setIntervals] = useState(settings.resamples > 0);
  const [seed, setSeed] = useState(String(settings.seed));
  const isSeed = /^\d{1,9}$/.test(seed);
  const compute = (): void => {
    const isEverybody = people.every(({ id }) => chosen.has(id));
    onClose();
    void agreement.getState().choose({
      annotatorIds: isEverybody ? undefined : people.flatMap(({ id }) => (chosen.has(id) ? [id] : [])),
      includesInProgress,
      includesChangedSince,
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
        if (isSeed) compute();
      }}
    >
      <fieldset className={styles.group}>
        <legend>Annotators</legend>
        {people.map(({ id, name }) => (
          <CheckField
            key={id}
            label={name}
            isChecked={chosen.has(id)}
            onChange={(isChecked) => {
              setChosen(new Set(isChecked ? [...chosen, id] : [...chosen].filter((other) => other !== id)));
            }}
          />
        ))}
        {people.length === 0 && <p>Nobody has annotated an article yet.</p>}
      </fieldset>
      <fieldset className={styles.group}>
        <legend>Layers</legend>
        <CheckField label="Also layers that are in progress" isChecked={includesInProgress} onChange={setInProgress} />
        <CheckField
          label="Also layers that were changed after review of their article had begun"
          isChecked={includesChangedSince}
          onChange={setChangedSince}
        />
      </fieldset>
      <fieldset className={styles.group}>
        <legend>Figures</legend>
        <CheckField label="γ, which takes most of the time" isChecked={hasGamma} onChange={setGamma} />
        <CheckField label="Intervals, from ten articles on" isChecked={hasIntervals} onChange={setIntervals} />
        <TextField
          label="Seed, a whole number: the same seed gives the same figures"
          inputMode="numeric"
          value={seed}
          aria-invalid={!isSeed}
          onChange={({ target }) => {
            setSeed(target.value);
          }}
        />
      </fieldset>
      <div className={styles.buttons}>
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" look="primary" disabled={!isSeed}>
          Compute
        </Button>
      </div>
    </form>
  );
}

/** Those who have begun something. */
function usePeople() {
  const { library } = useStores();
  const annotators = useSession((state) => state.annotators);
  const { articles } = library.getState();
  const begun = new Set(articles.flatMap(({ progress }) => progress.map(({ annotatorId }) => annotatorId)));
  return annotators.filter(({ id }) => begun.has(id));
}
