import { type GuidelineQuestion, groupQuestions } from '#core/review/guideline-questions.ts';
import { questionsAsCsv, questionsAsMarkdown } from '#core/review/write-questions.ts';
import { fileNameOf } from '#state/bundle-file-name.ts';
import { type Dependencies } from '#state/dependencies.ts';
import { nameOf, type SessionStore } from '#state/session-store.ts';

/** In which form guideline questions are saved. */
export interface QuestionsFile {
  readonly form: 'markdown' | 'csv';
  /** Of CSV: what a spreadsheet would run as a formula begins with an apostrophe. */
  readonly isForSpreadsheets: boolean;
}

/** Saves questions as a file. */
export function downloadQuestions(
  { download }: Pick<Dependencies, 'download'>,
  session: SessionStore,
  questions: readonly GuidelineQuestion[],
  { form, isForSpreadsheets }: QuestionsFile,
): void {
  const { project, annotators } = session.getState();
  const groups = groupQuestions(project.labelSet, questions);
  const name = (id: Parameters<typeof nameOf>[1]): string => nameOf(annotators, id);
  const title = `${project.name} guideline questions`;
  if (form === 'markdown') {
    const text = questionsAsMarkdown(groups, name);
    download(fileNameOf(title, 'md'), new Blob([text], { type: 'text/markdown' }));
  } else {
    const text = questionsAsCsv(groups, name, isForSpreadsheets);
    download(fileNameOf(title, 'csv'), new Blob([text], { type: 'text/csv' }));
  }
}
