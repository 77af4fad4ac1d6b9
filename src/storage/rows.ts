import { type Edit } from '#core/edits/edit.ts';
import { type Cause, type History } from '#core/edits/history.ts';
import { type LabelRule } from '#core/labels/label-rule.ts';
import { type LabelSet } from '#core/labels/label-set.ts';
import {
  type AnnotatorId,
  type ArticleAbout,
  type ArticleId,
  type LayerStatus,
  type PageStart,
  type Project,
  type ProjectId,
} from '#core/project/project.ts';
import { type Decision } from '#core/review/decision.ts';
import { type Thread } from '#core/review/thread.ts';
import { type Link } from '#core/spans/link.ts';
import { type Span } from '#core/spans/span.ts';

/** Which layer: one annotator on one article of one project. */
export interface LayerKey {
  readonly projectId: ProjectId;
  readonly articleId: ArticleId;
  readonly annotatorId: AnnotatorId;
}

/** A project; `removedAt` is the ISO time at which it was put away or deleted, empty while it is in use. */
export interface ProjectRow extends Project {
  readonly addedAt: string;
  readonly removedAt: string;
  /** Who deleted it; not there for one that was only put away, which never goes by itself. */
  readonly removedBy?: AnnotatorId | undefined;
}

/** An article without its text, so that the library opens without reading every text. */
export interface ArticleRow extends Omit<ArticleAbout, 'author'> {
  /** Not there for an article that came in before there were authors; nor are `pages`, or where there are none. */
  readonly author?: string;
  readonly pages?: readonly PageStart[];
  readonly projectId: ProjectId;
  readonly words: number;
  readonly addedAt: string;
  /** ISO time at which the article was taken out of the library, empty while it is in it. */
  readonly removedAt: string;
  /**
   * Who took it out; not there for an earlier text in whose place a corrected one came, and for what was taken out before
   * version 5: such never goes by itself.
   */
  readonly removedBy?: AnnotatorId | undefined;
}

export interface TextRow {
  readonly id: ArticleId;
  readonly text: string;
}

/** The head of a layer: how far its log goes and what the library table shows of it. */
export interface LayerRow extends LayerKey {
  /** Number of the last log entry; 0 before the first. */
  readonly number: number;
  /** Checksum of the last log entry; not there where the head was written before version 5. */
  readonly sum?: string;
  readonly status: LayerStatus;
  readonly spanCount: number;
  readonly changedAt: string;
  /** False for a layer that came from a file and was never edited in this browser. */
  readonly editedHere: boolean;
  /** ISO time at which the layer was put into the trash, with who did it; not there while it is in use. */
  readonly removedAt?: string | undefined;
  readonly removedBy?: AnnotatorId | undefined;
}

/** All spans of a layer as they stood after log entry `number`, in one record. */
export interface SnapshotRow extends LayerKey {
  readonly number: number;
  /** Checksum of that entry; not there where the snapshot was written before version 5. */
  readonly sum?: string;
  readonly status: LayerStatus;
  readonly spans: readonly Span[];
  readonly links: readonly Link[];
  readonly history: History;
  readonly changedAt: string;
}

/** Marks the log entries, of one or several layers, that were made by one action and are undone together. */
export type GroupId = string & { readonly brand: 'GroupId' };

/**
 * One entry of a layer's log: the edit as it was applied, when, and whether it was an undo or redo. `group` is there only
 * where the action changed several layers, so that the index over it stays small.
 */
export interface EntryRow extends LayerKey {
  readonly number: number;
  readonly edit: Edit;
  readonly cause: Cause;
  readonly at: string;
  /** From the sum of the entry before it and what this one holds; not there in entries written before version 5. */
  readonly sum?: string;
  readonly group?: GroupId;
}

/**
 * A change of a project's label set that needed layers to follow. The annotator's own layers followed by log entries of the
 * group; everybody else's are read through `rules`, in the order of `number`, as long as the change is not undone.
 */
export interface LabelChangeRow {
  readonly projectId: ProjectId;
  readonly number: number;
  readonly at: string;
  readonly by: AnnotatorId;
  /** What was done, as a sentence. */
  readonly text: string;
  readonly before: LabelSet;
  readonly after: LabelSet;
  readonly rules: readonly LabelRule[];
  readonly group: GroupId;
  readonly isUndone: boolean;
}

/** An entry of an article's review log; numbers begin with 1 for each article and have no gaps. */
export interface DecisionRow extends Decision {
  readonly projectId: ProjectId;
  readonly number: number;
}

export interface ThreadRow extends Thread {
  readonly projectId: ProjectId;
}

/** Says that a reviewer has called an article finished, so that a list of articles need not fold every log. */
export interface ReviewRow {
  readonly projectId: ProjectId;
  readonly articleId: ArticleId;
  /** ISO time in UTC. */
  readonly finishedAt: string;
  readonly by: AnnotatorId;
  /** Whose layers the reviewer compared; not there where everybody’s were. */
  readonly compared?: readonly AnnotatorId[];
}

export interface SettingRow {
  readonly key: string;
  readonly value: unknown;
}

/** True for the head of a layer that says something: it has spans, or its annotator has begun it. */
export function isBegun({ status, spanCount }: Pick<LayerRow, 'status' | 'spanCount'>): boolean {
  return status !== 'not-started' || spanCount > 0;
}

/** The primary key of a layer's rows. */
export function keyOf({ projectId, articleId, annotatorId }: LayerKey): [string, string, string] {
  return [projectId, articleId, annotatorId];
}

/** The layer's key as one string, different for different layers. */
export function nameOfLayer(key: LayerKey): string {
  return JSON.stringify(keyOf(key));
}
