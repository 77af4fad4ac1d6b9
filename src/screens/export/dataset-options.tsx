import { t } from '#language/t.ts';
import { useSession } from '#state/react.tsx';
import { type ExportFormat } from '#state/exporting/export-formats.ts';
import { CheckField } from '#ui/check-field.tsx';
import { type DatasetSettings } from './dataset-settings.ts';
import { FormatOptions } from './format-options.tsx';
import { RenameFields } from './rename-fields.tsx';
import { SplitFields } from './split-fields.tsx';
import styles from './dataset-options.module.css';

interface DatasetOptionsProps {
  readonly format: ExportFormat;
  readonly settings: DatasetSettings;
  readonly onChange: (settings: DatasetSettings) => void;
}

/** Everything that can be chosen for an export in another format, besides articles and annotators. */
export function DatasetOptions({ format, settings, onChange }: DatasetOptionsProps) {
  const labelSet = useSession((state) => state.project.labelSet);
  return (
    <div className={styles.options}>
      <FormatOptions
        format={format}
        options={settings.options}
        onChange={(options) => {
          onChange({ ...settings, options });
        }}
      />
      <CheckField
        label={t`Leave out annotators’ names (annotator-1, annotator-2 …)`}
        isChecked={settings.isAnonymous}
        onChange={(isAnonymous) => {
          onChange({ ...settings, isAnonymous });
        }}
      />
      <SplitFields settings={settings} onChange={onChange} />
      <RenameFields
        labelSet={labelSet}
        renames={settings.renames}
        onChange={(renames) => {
          onChange({ ...settings, renames });
        }}
      />
    </div>
  );
}
