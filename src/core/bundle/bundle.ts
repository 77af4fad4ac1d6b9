import { type CarriedLog } from '#core/merge/carried-log.ts';
import { type Annotator, type Article, type Layer, type Project } from '#core/project/project.ts';
import { type Decision } from '#core/review/decision.ts';
import { type Thread } from '#core/review/thread.ts';

/** A layer as a bundle holds it. `log` is there where the bundle brings the edits that the layer came from. */
export interface BundledLayer extends Layer {
  readonly log?: CarriedLog | undefined;
}

/**
 * A whole project, or the part of it that was chosen: what a native bundle holds. The decisions of each article are in the
 * order of its log.
 */
export interface Bundle {
  readonly project: Project;
  readonly annotators: readonly Annotator[];
  readonly articles: readonly Article[];
  readonly layers: readonly BundledLayer[];
  readonly decisions: readonly Decision[];
  readonly threads: readonly Thread[];
}
