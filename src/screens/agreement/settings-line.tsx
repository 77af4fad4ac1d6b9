import { t } from '#language/t.ts';
import { type AgreementSettings } from '#core/agreement/report.ts';
import { useAgreement } from '#state/react-later.tsx';
import { Button } from '#ui/button.tsx';
import { withCommas, withSemicolons } from '#language/lists.ts';
import { plural } from '#language/numbers.ts';
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
      <dl className={styles.settings} aria-label={t`Settings`}>
        {inParts(settings, names.annotator).map(([term, words]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <Button
        onClick={() => {
          setShown(true);
        }}
      >
        <SlidersHorizontal size={16} aria-hidden="true" />
        {t`Change settings`}
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
  { annotatorIds, includesInProgress, includesChangedSince, includesGold, gamma, resamples, seed }: AgreementSettings,
  nameOf: (id: NonNullable<AgreementSettings['annotatorIds']>[number]) => string,
): readonly (readonly [string, string])[] {
  return [
    [t`Annotators`, annotatorIds ? withCommas(annotatorIds.map(nameOf)) : t`everybody`],
    [t`Layers`, includesInProgress ? t`done or in progress` : t`done`],
    [t`Changed since review began`, includesChangedSince ? t`compared` : t`left out`],
    [t`Gold`, includesGold ? t`compared as well` : t`not compared`],
    ['γ', gammaInWords(gamma)],
    [t`Intervals`, resamples > 0 ? plural(resamples, 'resample') : t`none`],
    [t`Seed`, String(seed)],
  ];
}

function gammaInWords(gamma: AgreementSettings['gamma']): string {
  if (!gamma) return t`not computed`;
  const { position, category, missing } = gamma.weights;
  const until = gamma.samples === undefined ? t`to ${gamma.precision * 100} %` : plural(gamma.samples, 'sample');
  return withSemicolons([until, `α = ${position}, β = ${category}, Δ∅ = ${missing}`]);
}
