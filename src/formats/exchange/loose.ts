import { type LayerStatus } from '#core/project/project.ts';
import { type OffsetUnit } from '#core/text/offset-units.ts';
import { type Problem } from '#formats/problem.ts';

/** A file to be read; files out of an archive have its folders in their path. */
export interface SourceFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A stretch of a text, half-open, in a unit that is found out later. */
export interface LooseRange {
  readonly from: number;
  readonly to: number;
}

/** A span as a file has it. Names are those of the file; nothing has been checked against a text. */
export interface LooseSpan {
  /** Unique in its layer; what the file has, or a running number. */
  readonly id: string;
  readonly label: string;
  readonly ranges: readonly LooseRange[];
  /** The words of each range, or of all joined by one space, where the file tells them. */
  readonly quotes?: readonly string[];
  /** Text around the quote, to find it again. */
  readonly prefix?: string;
  readonly suffix?: string;
  readonly attributes: readonly LooseAttribute[];
  readonly note: string;
  /** ISO times in UTC, or empty. */
  readonly createdAt: string;
  readonly changedAt: string;
}

/** A value as text; a name that comes several times has several values. */
export interface LooseAttribute {
  readonly name: string;
  readonly value: string;
  /** Set where the value is a stretch of the text. */
  readonly range?: LooseRange;
}

export interface LooseLink {
  readonly id: string;
  readonly type: string;
  readonly from: string;
  readonly to: string;
}

/** What one annotator, or a model, has put on a document. */
export interface LooseLayer {
  /** The annotator's name or id in the file; empty where the file has none. */
  readonly annotator: string;
  /** What our own files call the annotator besides; then `annotator` is the id and nothing else. */
  readonly annotatorName?: string;
  readonly isPrediction: boolean;
  /** `done` where the file does not say. */
  readonly status: LayerStatus;
  readonly spans: readonly LooseSpan[];
  readonly links: readonly LooseLink[];
}

/** A document as a file has it. */
export interface LooseDocument {
  /** Where it is in the file: a path, `line 3`, or both. */
  readonly place: string;
  /** Tells its article, by id or by what the file calls it; empty where the file says nothing. */
  readonly name: string;
  /** Undefined where the format leaves the text out: it has to be in the library, or in a file beside. */
  readonly text: string | undefined;
  readonly title: string;
  /** Not there where the file says nothing. */
  readonly author?: string;
  readonly source: string;
  readonly date: string;
  readonly language: string;
  readonly layers: readonly LooseLayer[];
}

/** What a reader gives: documents, and what it could not read in between, with its place. */
export interface LooseDataset {
  readonly documents: readonly LooseDocument[];
  /** Items that were left out, each with its place; the rest of the file is read all the same. */
  readonly problems: readonly Problem[];
  /** The units that the offsets may be in, the likeliest first; one where the file says so. */
  readonly units: readonly OffsetUnit[];
}

/** Reads the files of one dataset. Never throws for what they hold. A file that cannot be read at all gives no documents. */
export type ReadDataset = (files: readonly SourceFile[]) => LooseDataset;
