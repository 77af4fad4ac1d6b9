import { type Annotator } from '#core/project/project.ts';
import { compareText } from '#core/text/compare-text.ts';
import { methodOf } from './method-words.ts';
import { IN_ENGLISH } from './report-speech.ts';
import { type AgreementReport } from './report.ts';

/** The whole report as JSON with the names of those it is about, the same from every place that writes it. */
export function reportJson(report: AgreementReport, annotators: readonly Annotator[]): string {
  const told = new Set(report.progress.map(({ annotatorId }) => annotatorId));
  const annotatorNames = annotators
    .filter(({ id }) => told.has(id))
    .map(({ id, name }) => ({ id, name }))
    .toSorted((a, b) => compareText(a.id, b.id));
  const method = methodOf(report.method.settings, IN_ENGLISH);
  return `${JSON.stringify({ ...report, method, annotatorNames }, null, 2)}\n`;
}
