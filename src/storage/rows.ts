import { type Edit } from '#core/edits/edit.ts';
import { type Cause, type History } from '#core/edits/history.ts';
import {
  type AnnotatorId,
  type ArticleAbout,
  type ArticleId,
  type LayerStatus,
  type Project,
  type ProjectId,
} from '#core/project/project.ts';
import { type Span } from '#core/spans/span.ts';

/** Which layer: one annotator on one article of one project. */
export interface LayerKey {
  readonly projectId: ProjectId;
  readonly articleId: ArticleId;
  readonly annotatorId: AnnotatorId;
}

export type ProjectRow = Project;

/** An article without its text, so that the library opens without reading every text. */
export interface ArticleRow extends ArticleAbout {
  readonly projectId: ProjectId;
  readonly words: number;
  readonly addedAt: string;
  /** ISO time at which the article was taken out of the library, empty while it is in it. */
  readonly removedAt: string;
}

export interface TextRow {
  readonly id: ArticleId;
  readonly text: string;
}

/** The head of a layer: how far its log goes and what the library table shows of it. */
export interface LayerRow extends LayerKey {
  /** Number of the last log entry; 0 before the first. */
  readonly number: number;
  readonly status: LayerStatus;
  readonly spanCount: number;
  readonly changedAt: string;
  /** False for a layer that came from a file and was never edited in this browser. */
  readonly editedHere: boolean;
}

/** All spans of a layer as they stood after log entry `number`, in one record. */
export interface SnapshotRow extends LayerKey {
  readonly number: number;
  readonly status: LayerStatus;
  readonly spans: readonly Span[];
  readonly history: History;
  readonly changedAt: string;
}

/** One entry of a layer's log: the edit as it was applied, when, and whether it was an undo or redo. */
export interface EntryRow extends LayerKey {
  readonly number: number;
  readonly edit: Edit;
  readonly cause: Cause;
  readonly at: string;
}

export interface SettingRow {
  readonly key: string;
  readonly value: unknown;
}

/** The primary key of a layer's rows. */
export function keyOf({ projectId, articleId, annotatorId }: LayerKey): [string, string, string] {
  return [projectId, articleId, annotatorId];
}

/** The layer's key as one string, different for different layers. */
export function nameOfLayer(key: LayerKey): string {
  return JSON.stringify(keyOf(key));
}
