import { agreementReport } from '#core/agreement/agreement-report.ts';
import { type AgreementInput } from '#core/agreement/compared.ts';
import { type ReportProgress } from '#core/agreement/progress.ts';
import { type AgreementReport, type AgreementSettings } from '#core/agreement/report.ts';
import { type BehindQuestion } from '#core/agreement/behind-question.ts';
import { type Behind, spansBehind } from '#core/agreement/spans-behind.ts';
import { decidedGold } from '#core/bundle/gold-bundle.ts';
import { EVERYONE } from '#core/bundle/whose.ts';
import { type ArticleId, type Project } from '#core/project/project.ts';
import { type Database } from '#storage/database.ts';
import { loadBundle } from '#storage/load-bundle.ts';
import { finishWithHelp } from '#solver/finish-with-help.ts';
import { inHundredths } from './in-hundredths.ts';

/** What is compared: everybody's layers on these articles, as the settings narrow them. */
export interface AgreementChoice {
  readonly project: Project;
  readonly articleIds: ReadonlySet<ArticleId>;
  readonly settings: AgreementSettings;
}

/** How far the report is: reading comes before what is computed. */
export interface AgreementProgress extends Omit<ReportProgress, 'step'> {
  readonly step: ReportProgress['step'] | 'reading';
}

/** So often the page is told how far the report is, in milliseconds. */
const TELL_EACH = 80;

/** Computes reports, and finds what is behind the figures of the last one. */
export interface AgreementWork {
  readonly report: (choice: AgreementChoice, tell: (progress: AgreementProgress) => void) => Promise<AgreementReport>;
  /** `most` cases are listed. Throws where no report was computed. */
  readonly behind: (question: BehindQuestion, most: number) => Behind;
}

/** The work of the agreement worker, which tests run without one. */
export function createAgreementWork(database: () => Promise<Database>): AgreementWork {
  let last: { readonly input: AgreementInput; readonly settings: AgreementSettings } | undefined;
  return {
    report: async ({ project, articleIds, settings }, tell) => {
      const bundle = await loadBundle(
        await database(),
        { project, articleIds, whose: EVERYONE },
        inHundredths((done, of) => {
          tell({ step: 'reading', done, of });
        }),
      );
      const { articles, layers, decisions } = bundle;
      const gold = decidedGold(bundle);
      const input = { articles, layers, labelSet: bundle.project.labelSet, decisions, gold };
      last = { input, settings };
      let told = 0;
      return finishWithHelp(agreementReport(input, settings), (progress) => {
        if (Date.now() - told < TELL_EACH) return;
        tell(progress);
        told = Date.now();
      });
    },
    behind: (question, most) => {
      if (!last) throw new Error('no agreement was computed');
      return spansBehind(last.input, last.settings, question, most);
    },
  };
}
