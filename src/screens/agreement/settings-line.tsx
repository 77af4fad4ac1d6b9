import { type AgreementSettings } from '#core/agreement/report.ts';
import { useAgreement } from '#state/react-later.tsx';
import { Button } from '#ui/button.tsx';
import { count } from '#ui/plural.ts';
import { SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import { SettingsDialog } from './settings-dialog.tsx';
import styles from './settings-line.module.css';
import { useNames } from './use-names.ts';

/** By which settings the figures that are shown were computed, and the way to others. */
export function SettingsLine() {
  const [isShown, setShown] = useState(false);
  const names = useNames();
  const asked = useAgreement((state) => state.settings);
  const settings = useAgreement((state) => state.report?.method.settings) ?? asked;
  return (
    <div className={styles.line}>
      <dl className={styles.settings} aria-label="Settings">
        {inParts(settings, names.annotator).map(([term, words]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd dir="auto">{words}</dd>
          </div>
        ))}
      </dl>
      <Button
        onClick={() => {
          setShown(true);
        }}
      >
        <SlidersHorizontal size={16} aria-hidden="true" />
        Change settings
      </Button>
      <SettingsDialog
        isOpen={isShown}
        onClose={() => {
          setShown(false);
        }}
      />
    </div>
  );
}

function inParts(
  { annotatorIds, includesInProgress, includesChangedSince, gamma, resamples, seed }: AgreementSettings,
  nameOf: (id: NonNullable<AgreementSettings['annotatorIds']>[number]) => string,
): readonly (readonly [string, string])[] {
  return [
    ['Annotators', annotatorIds?.map(nameOf).join(', ') ?? 'everybody'],
    ['Layers', includesInProgress ? 'done or in progress' : 'done'],
    ['Changed since review began', includesChangedSince ? 'compared' : 'left out'],
    ['γ', gammaInWords(gamma)],
    ['Intervals', resamples > 0 ? `${count(resamples)} resamples` : 'none'],
    ['Seed', String(seed)],
  ];
}

function gammaInWords(gamma: AgreementSettings['gamma']): string {
  if (!gamma) return 'not computed';
  const { position, category, missing } = gamma.weights;
  const until = gamma.samples === undefined ? `to ${gamma.precision * 100} %` : `${gamma.samples} samples`;
  return `${until}; α = ${position}, β = ${category}, Δ∅ = ${missing}`;
}
