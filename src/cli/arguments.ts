import { parseArgs } from 'node:util';
import { EVERYONE, type Whose } from '#core/bundle/whose.ts';
import { OFFSET_UNITS, type OffsetUnit } from '#core/text/offset-units.ts';
import { type FormatId, readableFormats } from '#formats/exchange/detect-format.ts';

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
}

/** The request, or what is wrong with the command line as a sentence. `writable` are the formats that can be written. */
export function readArguments(args: readonly string[], writable: readonly FormatId[]): Request | string {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        to: { type: 'string' },
        from: { type: 'string' },
        unit: { type: 'string' },
        out: { type: 'string' },
        losses: { type: 'string' },
        layers: { type: 'string' },
        'include-partial': { type: 'boolean' },
      },
    });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const { values, positionals } = parsed;
  const { to, from, out, losses } = values;
  const unit = values.unit === undefined ? undefined : UNITS.get(values.unit.toLowerCase());
  const readable = readableFormats().map(({ id }) => id);
  if (positionals.length === 0) return 'Name at least one file or folder to be read.';
  if (to === undefined || !writable.includes(to)) return `--to must be one of: ${writable.join(', ')}.`;
  if (from !== undefined && !readable.includes(from)) return `--from must be one of: ${readable.join(', ')}.`;
  if (values.unit !== undefined && !unit) return `--unit must be one of: ${OFFSET_UNITS.join(', ')}.`;
  const whose = whoseOf(values.layers, values['include-partial']);
  if (typeof whose === 'string') return whose;
  if (out === undefined || out === '') return '--out must name the folder to write to.';
  return { inputs: positionals, to, from, unit, out, losses, whose };
}

const LAYERS: readonly string[] = ['all', 'gold'];

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

/** How the command is used, for whoever got it wrong. */
export function usage(writable: readonly FormatId[]): string {
  return `Usage: npm run convert -- IN… --to FORMAT --out DIR [--from FORMAT] [--unit UNIT] [--layers all|gold [--include-partial]] [--losses FILE]

IN      files, folders or ZIP archives: native bundles, texts, or files of a format that can be read
--to    ${writable.join(', ')}
--from  ${readableFormats()
    .map(({ id }) => id)
    .join(', ')} (found out by content if left out)
--unit  ${OFFSET_UNITS.join(', ')} (found out from the file if left out)
--layers  ${LAYERS.join(', ')} (all if left out): everybody’s, or what the reviewers decided, of articles whose review is done;
        with --include-partial also what is decided in the others
--losses  a JSON file for all that is not in what was written

The exit code is 0 where everything was converted, and 1 where something was left out or nothing could be done; each problem is a line on the standard error output.
`;
}
