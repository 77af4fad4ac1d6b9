import { OFFSET_UNITS } from '#core/text/offset-units.ts';
import { NATIVE, readableFormats } from '#formats/exchange/detect-format.ts';
import { optionChoices } from '#formats/exchange/option-choices.ts';
import { FORMATS } from '#formats/registry.ts';
import { LAYERS } from './arguments.ts';

/** How the command is used, in a few lines, for whoever got it wrong. */
export const USAGE = `Usage: npm run convert -- IN… --to FORMAT --out DIR [--from FORMAT] [--unit UNIT] [--losses FILE]
                                [--layers all|gold [--include-partial]]
                                [--option NAME=VALUE]… [--rename OLD=NEW]… [--split TRAIN,DEV,TEST [--seed TEXT]] [--anonymous]
       npm run convert -- --help
`;

/** Everything that can be asked for, format by format. */
export function help(): string {
  const readable = readableFormats().map(({ id, name }) => `  ${id.padEnd(WIDTH)}${name}\n`);
  const writable = FORMATS.filter(({ write }) => write).map((format) => {
    const options = optionChoices(format).map(({ flag, name, values }) => {
      const lines = values.map(({ value, text }) => {
        return `      --option ${`${flag}=${value}`.padEnd(WIDTH)}${text === value ? '' : text}`.trimEnd();
      });
      return `    ${name}:\n${lines.join('\n')}\n`;
    });
    return `  ${format.id.padEnd(WIDTH)}${format.name}\n${options.join('')}`;
  });
  return `${USAGE}
IN…          files, folders or ZIP archives: native bundles, texts, or files of a format that can be read
--to         the format that is written; see below
--out        the folder that it is written to
--from       the format that is read; found out by content if left out
--unit       what offsets in the input count: ${OFFSET_UNITS.join(', ')}; found out from the file if left out
--layers     whose annotations: ${LAYERS.join(', ')}; all is everybody’s and what it is if left out, gold is what the reviewers decided, of
             articles whose review is done; with --include-partial also what is decided in the others
--losses     a JSON file for all that is not in what was written
--option     an option of the format; see below. What comes first is what it is without
--rename     another name in the file for the labels and link types of this id or name; labels with one name become one
--split      divides the articles by shares, such as 80,10,10; --seed decides which goes where (1 if left out)
--anonymous  annotators are called annotator-1, annotator-2 …

Formats that can be read:
${readable.join('')}
Formats that can be written, and their options:
  ${NATIVE.padEnd(WIDTH)}Spanmark bundle
${writable.join('')}
The exit code is 0 where everything was converted, and 1 where something was left out in reading or nothing could be done; each problem is a line on the standard error output. What the format written has no room for is counted on the standard output.
`;
}

const WIDTH = 23;
