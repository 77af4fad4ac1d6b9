import { parseArgs } from 'node:util';

/** What the command line asks for. */
export interface AgreementRequest {
  readonly inputs: readonly string[];
  readonly isJson: boolean;
  readonly includesInProgress: boolean;
  /** Each annotator against gold of reviewed articles as well. */
  readonly includesGold: boolean;
  readonly hasGamma: boolean;
  /** Undefined where the default holds. */
  readonly seed: number | undefined;
  readonly samples: number | undefined;
  readonly resamples: number | undefined;
}

/** The request, or what is wrong with the command line as a sentence. */
export function readAgreementArguments(args: readonly string[]): AgreementRequest | string {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        'in-progress': { type: 'boolean', default: false },
        gold: { type: 'boolean', default: false },
        'no-gamma': { type: 'boolean', default: false },
        seed: { type: 'string' },
        samples: { type: 'string' },
        resamples: { type: 'string' },
      },
    });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const { values, positionals } = parsed;
  const seed = wholeNumber(values.seed);
  const samples = wholeNumber(values.samples);
  const resamples = wholeNumber(values.resamples);
  if (positionals.length === 0) return 'Name at least one file or folder to be read.';
  if (Number.isNaN(seed)) return '--seed must be a whole number from 0.';
  if (Number.isNaN(samples) || samples === 0) return '--samples must be a whole number from 1.';
  if (Number.isNaN(resamples)) return '--resamples must be a whole number from 0.';
  return {
    inputs: positionals,
    isJson: values.json,
    includesInProgress: values['in-progress'],
    includesGold: values.gold,
    hasGamma: !values['no-gamma'],
    seed,
    samples,
    resamples,
  };
}

/** How the command is used, for whoever got it wrong. */
export const AGREEMENT_USAGE = `Usage: npm run agreement -- FILE… [--json] [--seed N] [--samples N] [--resamples N] [--in-progress] [--gold] [--no-gamma]

FILE          files, folders or ZIP archives: native bundles, or files of a format that can be read
--json        the whole report as JSON in place of tables
--seed        what chance starts from; the same seed gives the same figures
--samples     random continua of each article that γ is compared with (as many as a precision of 2 % needs if left out)
--resamples   how often articles are drawn for the intervals, 0 for none (2000 if left out)
--in-progress compares layers that are not done as well; those of other tools often do not say whether they are
--gold        compares each annotator with gold of reviewed articles as well, as their layers were before review
--no-gamma    leaves out γ, which takes most of the time

Only articles that at least two annotators have finished are compared. The exit code is 0 where there was something to compare and all of it was read, and 1 otherwise; each problem is a line on the standard error output.
`;

/** NaN for anything but a whole number from 0. */
function wholeNumber(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  return /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
}
