import { type Annotator, type Article, type Layer, type Project } from '#core/project/project.ts';
import { type Decision } from '#core/review/decision.ts';
import { type Thread } from '#core/review/thread.ts';

/**
 * A whole project, or the part of it that was chosen: what a native bundle holds. The decisions of each article are in the
 * order of its log.
 */
export interface Bundle {
  readonly project: Project;
  readonly annotators: readonly Annotator[];
  readonly articles: readonly Article[];
  readonly layers: readonly Layer[];
  readonly decisions: readonly Decision[];
  readonly threads: readonly Thread[];
}
