import { english, t } from '#language/t.ts';
import { type Format } from './format.ts';
import { LOSS_TEXTS, type LossWords } from './loss-texts.ts';
import { lossDetails } from './loss-details.ts';
import { type Loss, type LossGroup, type LossReason } from './losses.ts';

/** What the reason means. */
export function lossWords(reason: LossReason): LossWords {
  return LOSS_TEXTS[reason](t);
}

/** How such a text begins; it is in English, whatever the language in use, and so is all that goes along with a file. */
export const LOSSES_START = 'What this export in the format ';

/** The report as a text for people. */
export function lossesAsText(
  { name, nameInFiles = name }: Pick<Format, 'name' | 'nameInFiles'>,
  groups: readonly LossGroup[],
): string {
  const sections = groups.map(({ reason, count, examples }) => {
    const { title, sentence, advice } = LOSS_TEXTS[reason](english);
    const lines = examples.map((loss) => `  - ${exampleInWords(inEnglish(loss))}`);
    const more = count > examples.length ? [`  - and ${count - examples.length} more`] : [];
    return [`${title} (${reason}): ${count}`, `${sentence} ${advice}`, ...lines, ...more].join('\n');
  });
  return `${LOSSES_START}${nameInFiles} does not hold as the project does\n\n${sections.join('\n\n')}\n`;
}

/** The report for programs: JSON with a count and the first examples of each reason. */
export function lossesAsJson({ id }: Pick<Format, 'id'>, groups: readonly LossGroup[]): string {
  const losses = groups.map(({ reason, count, examples }) => {
    return { reason, count, ...LOSS_TEXTS[reason](english), examples: examples.map(inEnglish) };
  });
  return `${JSON.stringify({ format: id, losses }, null, 2)}\n`;
}

/** The loss with what is said of it in our own words, and not in those of the project, as files say it. */
function inEnglish(loss: Loss): Loss {
  const [said, inFiles] = [lossDetails(t), lossDetails(english)];
  if (loss.reason === 'guidelines-dropped') return { ...loss, detail: inFiles.guidelines };
  const isOnAll = loss.reason === 'thread-dropped' && loss.detail === said.wholeArticle;
  return isOnAll ? { ...loss, detail: inFiles.wholeArticle } : loss;
}

/** What is concerned, on one line, and where. */
function exampleInWords({ detail, attribute, articleId, annotatorId, spanId, linkId }: Loss): string {
  const where = [
    ...(spanId === undefined ? [] : [`span ${spanId}`]),
    ...(linkId === undefined ? [] : [`link ${linkId}`]),
    ...(annotatorId === undefined ? [] : [`annotator ${annotatorId}`]),
    ...(articleId === undefined ? [] : [`article ${articleId}`]),
  ];
  const what = attribute === undefined ? detail : `${detail}: ${attribute}`;
  return `${what.replaceAll(/\s+/g, ' ').trim()}${where.length === 0 ? '' : ` (${where.join(', ')})`}`;
}
