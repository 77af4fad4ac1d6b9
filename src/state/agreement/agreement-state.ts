import { type Picture } from '#core/agreement/pictures.ts';
import { type GammaSoFar } from '#core/agreement/progress.ts';
import { type AgreementReport, type AgreementSettings } from '#core/agreement/report.ts';
import { type BehindQuestion } from '#core/agreement/behind-question.ts';
import { type Behind } from '#core/agreement/spans-behind.ts';
import { type AgreementProgress } from '#workers/agreement-work.ts';
// Wholly a type: the files are written when the first is asked for.
import type { ReportFile } from './report-file.ts';

/** What is behind a figure, as it is looked up. */
export interface BehindShown {
  readonly title: string;
  /** Undefined while it is looked for, and where that failed. */
  readonly found: Behind | undefined;
  readonly failure: string;
}

/** How well annotators agree in the open project. */
export interface AgreementState {
  /** While it is computed again, the report before stays. */
  readonly phase: 'closed' | 'computing' | 'ready' | 'failed' | 'cancelled';
  readonly failure: string;
  /** Undefined before it is known. */
  readonly progress: AgreementProgress | undefined;
  /** γ by the samples of chance that there were, one after the other, while it is computed. */
  readonly sampling: readonly GammaSoFar[];
  /** What is asked for; what is shown may still be by others, which it names. */
  readonly settings: AgreementSettings;
  readonly report: AgreementReport | undefined;
  readonly behind: BehindShown | undefined;

  /** Computes the report, unless the one that is shown is of the library as it is. */
  readonly visit: () => Promise<void>;
  readonly compute: () => Promise<void>;
  /** Stops computing; the report before stays. */
  readonly cancel: () => void;
  /** Changes the settings and computes by them. */
  readonly choose: (settings: Partial<AgreementSettings>) => Promise<void>;
  /** Looks up which spans a figure is made of, to be shown below the title. */
  readonly lookBehind: (question: BehindQuestion, title: string) => Promise<void>;
  readonly closeBehind: () => void;
  /** Lets go of everything about the project. */
  readonly leaveProject: () => void;
  /** Downloads the report that is shown; does nothing without one. A failure is said in `failure`. */
  readonly saveReport: (file: ReportFile) => Promise<void>;
  /** Downloads a picture; a failure is said in `failure`. */
  readonly savePicture: (name: string, picture: Picture, kind: 'svg' | 'png') => Promise<void>;
}
