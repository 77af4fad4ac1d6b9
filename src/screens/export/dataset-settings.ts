import { NO_RENAMES, type Renames } from '#state/exporting/rename-profiles.ts';
import { type ExportFormat, type Split, type WriteOptions } from '#state/exporting/export-formats.ts';

/** What the user chose for an export in another format, besides articles and annotators. */
export interface DatasetSettings {
  readonly options: WriteOptions;
  readonly isAnonymous: boolean;
  readonly isSplit: boolean;
  readonly shares: Readonly<Record<Split, number>>;
  readonly seed: string;
  readonly renames: Renames;
}

/** What an export in the format starts with. */
export function firstSettings({ defaults }: ExportFormat): DatasetSettings {
  return {
    options: defaults,
    isAnonymous: false,
    isSplit: false,
    shares: { train: 80, dev: 10, test: 10 },
    seed: '1',
    renames: NO_RENAMES,
  };
}
