import { parseArgs } from 'node:util';
import { EVERYONE, type Whose } from '#core/bundle/whose.ts';
import { OFFSET_UNITS, type OffsetUnit } from '#core/text/offset-units.ts';
import { type WriteOptions } from '#formats/exchange/dataset.ts';
import { type FormatId, NATIVE, readableFormats } from '#formats/exchange/detect-format.ts';
import { type SplitChoice } from '#formats/exchange/prepare-dataset.ts';
import { optionsFrom, splitFrom } from './write-options.ts';

/** What the command line asks for. */
export interface Request {
  readonly inputs: readonly string[];
  readonly to: FormatId;
  /** Undefined where the format is found out by content. */
  readonly from: FormatId | undefined;
  /** Undefined where the unit is found out from the file. */
  readonly unit: OffsetUnit | undefined;
  readonly out: string;
  readonly losses: string | undefined;
  readonly whose: Whose;
  /** Undefined for our own format, which has none. */
  readonly options: WriteOptions | undefined;
  /** Undefined where the dataset stays whole. */
  readonly split: SplitChoice | undefined;
  /** As they were given: `OLD=NEW`. */
  readonly renames: readonly string[];
  readonly isAnonymous: boolean;
}

const OPTIONS = {
  to: { type: 'string' },
  from: { type: 'string' },
  unit: { type: 'string' },
  out: { type: 'string' },
  losses: { type: 'string' },
  layers: { type: 'string' },
  'include-partial': { type: 'boolean' },
  option: { type: 'string', multiple: true },
  rename: { type: 'string', multiple: true },
  split: { type: 'string' },
  seed: { type: 'string' },
  anonymous: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

function parse(args: readonly string[]) {
  return parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
}

type Values = ReturnType<typeof parse>['values'];

/** What readArguments gives where only help is asked for. */
export const HELP = 'help';

/** The request, or what is wrong with the command line as a sentence, or HELP. */
export function readArguments(args: readonly string[], writable: readonly FormatId[]): Request | string {
  let parsed;
  try {
    parsed = parse(args);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const { values, positionals } = parsed;
  if (values.help) return HELP;
  const { to, from, out, losses } = values;
  const unit = values.unit === undefined ? undefined : UNITS.get(values.unit.toLowerCase());
  const readable = readableFormats().map(({ id }) => id);
  if (positionals.length === 0) return 'Name at least one file or folder to be read.';
  if (to === undefined || !writable.includes(to)) return `--to must be one of: ${writable.join(', ')}.`;
  if (from !== undefined && !readable.includes(from)) return `--from must be one of: ${readable.join(', ')}.`;
  if (values.unit !== undefined && !unit) return `--unit must be one of: ${OFFSET_UNITS.join(', ')}.`;
  if (out === undefined || out === '') return '--out must name the folder to write to.';
  const written = whatIsWritten(to, values);
  if (typeof written === 'string') return written;
  return { inputs: positionals, to, from, unit, out, losses, ...written };
}

/** Whose annotations are written and how, or what of it cannot be. */
function whatIsWritten(to: FormatId, values: Values): (Pick<Request, 'whose'> & HowWritten) | string {
  const whose = whoseOf(values.layers, values['include-partial']);
  if (typeof whose === 'string') return whose;
  const how = howWritten(to, values);
  return typeof how === 'string' ? how : { whose, ...how };
}

type HowWritten = Pick<Request, 'options' | 'split' | 'renames' | 'isAnonymous'>;

/** How the format is written, or what of it cannot be. */
function howWritten(to: FormatId, { option = [], rename = [], split, seed, anonymous }: Values): HowWritten | string {
  if (to === NATIVE) {
    const asked = [...option, ...rename, split, seed, anonymous].filter((each) => each !== undefined);
    if (asked.length > 0) {
      return `--option, --rename, --split, --seed and --anonymous are for other formats than ${NATIVE}, which holds all as it is.`;
    }
    return { options: undefined, split: undefined, renames: [], isAnonymous: false };
  }
  const options = optionsFrom(to, option);
  if (typeof options === 'string') return options;
  if (seed !== undefined && split === undefined) return '--seed is for --split.';
  const parts = split === undefined ? undefined : splitFrom(split, seed ?? '1');
  if (typeof parts === 'string') return parts;
  const nameless = rename.find((pair) => !/^.+=/s.test(pair));
  if (nameless !== undefined) return `--rename ${nameless} must be OLD=NEW.`;
  return { options, split: parts, renames: rename, isAnonymous: anonymous === true };
}

/** What `--layers` may be. */
export const LAYERS: readonly string[] = ['all', 'gold'];

function whoseOf(layers = 'all', includesPartly = false): Whose | string {
  if (!LAYERS.includes(layers)) return `--layers must be one of: ${LAYERS.join(', ')}.`;
  if (layers === 'gold') return { kind: 'gold', includesPartly };
  return includesPartly ? '--include-partial goes with --layers gold.' : EVERYONE;
}

const UNITS: ReadonlyMap<string, OffsetUnit> = new Map([
  ...OFFSET_UNITS.map((unit) => [unit, unit] as const),
  ['utf16', 'utf-16'],
  ['utf8', 'utf-8'],
  ['codepoint', 'code-point'],
]);
