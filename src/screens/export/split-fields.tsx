import { t } from '#language/t.ts';
import { type Split, SPLITS } from '#state/exporting/export-formats.ts';
import { CheckField } from '#ui/check-field.tsx';
import { DraftField } from '#ui/draft-field.tsx';
import { type DatasetSettings } from './dataset-settings.ts';
import styles from './dataset-options.module.css';

interface SplitFieldsProps {
  readonly settings: DatasetSettings;
  readonly onChange: (settings: DatasetSettings) => void;
}

const NAMES: Readonly<Record<Split, string>> = { train: t`Train`, dev: t`Dev`, test: t`Test` };

/** Whether and how the articles are divided into parts. */
export function SplitFields({ settings, onChange }: SplitFieldsProps) {
  const { isSplit, shares, seed } = settings;
  return (
    <div className={styles.group}>
      <CheckField
        label={t`Split into train, dev and test`}
        isChecked={isSplit}
        onChange={(next) => {
          onChange({ ...settings, isSplit: next });
        }}
      />
      {isSplit && (
        <>
          <div className={styles.shares}>
            {SPLITS.map((split) => (
              <DraftField
                key={split}
                label={NAMES[split]}
                value={String(shares[split])}
                maxLength={6}
                isName
                accepts={(typed) => shareFrom(typed) >= 0}
                onCommit={(typed) => {
                  onChange({ ...settings, shares: { ...shares, [split]: shareFrom(typed) } });
                }}
              />
            ))}
            <DraftField
              label={t`Seed`}
              value={seed}
              maxLength={60}
              onCommit={(typed) => {
                onChange({ ...settings, seed: typed });
              }}
            />
          </div>
          <small
            className={styles.hint}
          >{t`Shares of the articles. The same seed gives the same parts, also when the export is made again.`}</small>
        </>
      )}
    </div>
  );
}

/** A share as it is typed, with or without a percent sign; NaN for anything else. */
function shareFrom(typed: string): number {
  const number = Number(typed.replace(/%$/, ''));
  return Number.isFinite(number) ? number : Number.NaN;
}
