import { agreementReport, DEFAULT_SETTINGS } from '#core/agreement/agreement-report.ts';
import { reportJson } from '#core/agreement/report-json.ts';
import { reportNames } from '#core/agreement/report-names.ts';
import { reportText } from '#core/agreement/report-text.ts';
import { type AgreementSettings } from '#core/agreement/report.ts';
import { type Bundle } from '#core/bundle/bundle.ts';
import { decidedGold } from '#core/bundle/gold-bundle.ts';
import { finishWithHelp } from '#solver/finish-with-help.ts';
import { AGREEMENT_USAGE, type AgreementRequest, readAgreementArguments } from './agreement-arguments.ts';
import { complain, complainOfInputs } from './complain.ts';
import { readPaths } from './read-inputs.ts';

/** Runs the command and gives its exit code: 0 where layers were compared and everything was read. */
export async function main(args: readonly string[]): Promise<number> {
  const request = readAgreementArguments(args);
  if (typeof request === 'string') {
    complain(`${request}\n\n${AGREEMENT_USAGE}`);
    return 1;
  }
  try {
    return (await compare(request)) ? 0 : 1;
  } catch (error) {
    complain(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

/** True where there was something to compare and nothing was left out in reading. */
async function compare(request: AgreementRequest): Promise<boolean> {
  const { bundle, problems, orphans } = await readPaths(request.inputs, { from: undefined, unit: undefined });
  complainOfInputs({ problems, orphans });
  const { articles, layers, project, annotators, decisions } = bundle;
  const gold = decidedGold(bundle);
  const input = { articles, layers, labelSet: project.labelSet, decisions, gold };
  const report = await finishWithHelp(agreementReport(input, settingsOf(request)));
  if (report.counts.articles === 0) complain(nothingToCompare(bundle, request));
  process.stdout.write(
    request.isJson ? reportJson(report, annotators) : reportText(report, reportNames(project.labelSet, annotators)),
  );
  return report.counts.articles > 0 && problems.length === 0 && orphans.length === 0;
}

function settingsOf({
  seed,
  samples,
  resamples,
  includesInProgress,
  includesGold,
  hasGamma,
}: AgreementRequest): AgreementSettings {
  const { gamma } = DEFAULT_SETTINGS;
  return {
    ...DEFAULT_SETTINGS,
    includesInProgress,
    includesGold,
    seed: seed ?? DEFAULT_SETTINGS.seed,
    resamples: resamples ?? DEFAULT_SETTINGS.resamples,
    gamma: hasGamma && gamma ? { ...gamma, samples } : undefined,
  };
}

function nothingToCompare({ layers }: Bundle, { includesInProgress }: AgreementRequest): string {
  const isUnfinished = !includesInProgress && layers.some(({ status }) => status === 'in-progress');
  const hint = isUnfinished ? ' Some layers are in progress; --in-progress compares them too.' : '';
  return `No article has been finished by two annotators.${hint}\n`;
}
