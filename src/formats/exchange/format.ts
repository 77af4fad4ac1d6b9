import { type OffsetUnit } from '#core/text/offset-units.ts';
import { type Carries } from './carries.ts';
import { type CreateWriter, type WriteOptions } from './dataset.ts';
import { type ReadDataset } from './loose.ts';

/** The start of a file, by which a format is recognised. */
export interface FileHead {
  readonly path: string;
  /**
   * At most the first 4,000 characters, decoded as UTF-8, after JSON strings and CDATA sections of more than 200 characters were
   * cut; for an archive the paths in it, one on each line.
   */
  readonly start: string;
  readonly isArchive: boolean;
}

/** One of several forms of a format. */
export interface Variant {
  readonly id: string;
  readonly name: string;
}

/** All that is known of a format before its code is loaded. Screens, command line and documentation are made from it. */
export interface Format {
  /** As it stands in the command line: lower case, `label-studio`. */
  readonly id: string;
  readonly name: string;
  /** In reports that go along with a file, which are in English; left out where the name is the same in every language. */
  readonly nameInFiles?: string;
  /** Who reads it and what for, as one sentence. */
  readonly description: string;
  /** Of the file that is written, with the dot; `.zip` where there are several. */
  readonly extension: string;
  /** How the format counts offsets, by its specification or its makers' code; `tokens` where it has none. */
  readonly unit: OffsetUnit | 'tokens';
  readonly carries: Carries;
  /** There, and true, where people read it and no program counts its offsets. */
  readonly isForPeople?: true;
  /** Which of the options mean something to it. */
  readonly options: readonly (keyof WriteOptions)[];
  readonly variants: readonly Variant[];
  /** Loads the code that writes it; undefined where it is only read. */
  readonly write?: () => Promise<CreateWriter>;
  /** Loads the code that reads it; undefined where it is only written. */
  readonly read?: () => Promise<ReadDataset>;
  /** True where the file looks like it; must not throw. */
  readonly recognises?: (head: FileHead) => boolean;
}
