import { type Format } from './format.ts';
import { type Loss, type LossGroup, type LossReason } from './losses.ts';

/** What a loss means, and what to do about it. */
export interface LossWords {
  /** A few words for a heading. */
  readonly title: string;
  /** A whole sentence. */
  readonly sentence: string;
  /** What to choose instead, as a whole sentence. */
  readonly advice: string;
}

const KEEPS_ALL = 'The Spanmark bundle keeps everything; hand it on beside this file.';
const BUNDLE_ONLY = 'Only the Spanmark bundle holds a review: choose it instead, or hand it on beside this file.';
const SPAN_FORMATS =
  'Choose a format with offsets, such as Hugging Face JSONL, instead of one with a tag for each token.';

const WORDS: Readonly<Record<LossReason, LossWords>> = {
  'overlap-dropped': {
    title: 'Overlapping spans left out',
    sentence: 'The format allows one span at a place, so a span that crosses another is not in the file.',
    advice: `Choose which of them stays under “Where spans overlap”. ${SPAN_FORMATS}`,
  },
  'nested-dropped': {
    title: 'Nested spans left out',
    sentence: 'The format allows one span at a place, so a span within another, or around it, is not in the file.',
    advice: `Choose which of them stays under “Where spans overlap”. ${SPAN_FORMATS}`,
  },
  'discontinuous-dropped': {
    title: 'Interrupted spans left out',
    sentence: 'The format has no spans of several parts, so an interrupted one is not in the file.',
    advice: 'Choose a format that carries interrupted spans, such as brat or Hugging Face JSONL.',
  },
  'discontinuous-joined': {
    title: 'Interrupted spans in one piece',
    sentence: 'The format has no spans of several parts, so an interrupted one is in the file in another form.',
    advice: 'Choose a format that carries interrupted spans, such as brat or Hugging Face JSONL.',
  },
  'discontinuous-split': {
    title: 'Interrupted spans in several pieces',
    sentence: 'The format has no spans of several parts, so an interrupted one is in the file as a span for each part.',
    advice: 'Choose a format that carries interrupted spans, such as brat or Hugging Face JSONL.',
  },
  'label-dropped': {
    title: 'Spans of other labels left out',
    sentence: 'The format is for certain labels only, and the span has another.',
    advice:
      'Choose a format for all labels, such as Hugging Face JSONL, or give the label the expected name for this export.',
  },
  'zero-length-dropped': {
    title: 'Spans of nothing but line ends left out',
    sentence: 'The format has no room for a span that holds only line ends or tabs.',
    advice: 'Nothing needs to be done unless such a span matters.',
  },
  'not-on-token-boundary': {
    title: 'Spans off the edges of words',
    sentence: 'The span begins or ends inside a token, where the format can have no edge.',
    advice: `Move its edges to those of words. ${SPAN_FORMATS}`,
  },
  'crosses-sentence': {
    title: 'Spans over the end of a sentence',
    sentence: 'The span goes on in the next sentence, and the file cuts it there.',
    advice: 'Write one article for each row, or choose a format with offsets.',
  },
  'trimmed-whitespace': {
    title: 'White space cut at edges',
    sentence: 'The span begins or ends with white space, which the format forbids, and is shorter in the file.',
    advice: 'Nothing needs to be done unless the white space matters.',
  },
  'split-at-newline': {
    title: 'Spans in parts at line ends',
    sentence: 'The format has no span over the end of a line, so the file has a part for each line.',
    advice: 'Nothing needs to be done: the parts are one span for whoever reads the format.',
  },
  'attribute-dropped': {
    title: 'Values left out',
    sentence: 'The format has no room for this value of a span.',
    advice: 'Choose a format that carries attributes, such as Hugging Face JSONL or Label Studio.',
  },
  'attribute-changed': {
    title: 'Values in another form',
    sentence: 'The value of a span is in the file in another form, which cannot be turned back for certain.',
    advice: KEEPS_ALL,
  },
  'note-dropped': {
    title: 'Notes left out',
    sentence: 'The format has no room for the note on a span.',
    advice: 'Choose a format that carries notes, such as brat or Hugging Face JSONL.',
  },
  'link-dropped': {
    title: 'Links left out',
    sentence: 'The format has no room for this link between two spans.',
    advice: 'Choose a format that carries links, such as Hugging Face JSONL or brat.',
  },
  'link-endpoint-dropped': {
    title: 'Links without an end left out',
    sentence: 'A span that the link joins is not in the file, and so the link is not either.',
    advice: 'See why the span was left out; the link comes back with it.',
  },
  'annotator-dropped': {
    title: 'Annotators not told apart',
    sentence: 'The file does not say whose annotations these are.',
    advice: 'Export one annotator at a time, and keep the files apart by their names.',
  },
  'annotator-name-dropped': {
    title: 'Names of annotators left out',
    sentence: 'The file tells annotators apart by their ids, but does not say what they are called.',
    advice: 'Choose a format that carries names, such as Hugging Face JSONL or brat.',
  },
  'times-dropped': {
    title: 'Times left out',
    sentence: 'The file does not say when a span was made and changed.',
    advice: KEEPS_ALL,
  },
  'origin-dropped': {
    title: 'Origins left out',
    sentence: 'The file does not say whether a span was made by hand, suggested or imported.',
    advice: KEEPS_ALL,
  },
  'status-dropped': {
    title: 'Statuses left out',
    sentence: 'The file does not say how far the annotator is with the article.',
    advice: 'Export only articles that are done, so that “nothing found” is not mistaken for “not started”.',
  },
  'about-dropped': {
    title: 'Title, source, date or language left out',
    sentence: 'The file does not say everything about the article besides its text.',
    advice: KEEPS_ALL,
  },
  'guidelines-dropped': {
    title: 'Guidelines left out',
    sentence: 'The file does not hold the guidelines of the project.',
    advice: 'Hand them on separately: they are in the Spanmark bundle.',
  },
  'label-set-dropped': {
    title: 'Label set left out',
    sentence: 'The file names labels where they are used, but does not describe them all.',
    advice: 'Save the label set as a file on the Labels screen.',
  },
  'decision-dropped': {
    title: 'Decisions of reviewers left out',
    sentence: 'The format has no room for what a reviewer has decided.',
    advice: `Choose “Gold” to write what the decisions come to. ${BUNDLE_ONLY}`,
  },
  'thread-dropped': {
    title: 'Threads left out',
    sentence: 'The format has no room for what people have written to each other about spans.',
    advice: BUNDLE_ONLY,
  },
  'text-dropped': {
    title: 'Texts left out',
    sentence: 'The file holds offsets, but not the text of the article that they are in.',
    advice: 'Hand on the texts as well, unchanged to the character.',
  },
  'ids-dropped': {
    title: 'Ids left out',
    sentence: 'The file does not hold the id of a span, so that it cannot be found again by it.',
    advice: KEEPS_ALL,
  },
  'label-renamed': {
    title: 'Labels renamed',
    sentence: 'A label or link type has another name in the file than in the project.',
    advice: 'Keep this report: it tells which name stands for which.',
  },
  'control-character-replaced': {
    title: 'Control characters replaced',
    sentence: 'The format forbids a character of the text, which is a space in the file; offsets stay as they are.',
    advice: 'Nothing needs to be done unless the character matters.',
  },
  'duplicate-merged': {
    title: 'Repeated spans merged',
    sentence: 'Several spans with the same label and words are one in the file.',
    advice: 'Choose a format that tells spans apart by id, such as Hugging Face JSONL.',
  },
  'astral-offset-ambiguous': {
    title: 'Offsets that readers may take differently',
    sentence: 'The text has characters, such as emoji, that programs reading this format count differently.',
    advice: 'Make sure that the reader counts in the unit that is chosen here.',
  },
};

/** What the reason means. */
export function lossWords(reason: LossReason): LossWords {
  return WORDS[reason];
}

/** How such a text begins. */
export const LOSSES_START = 'What this export in the format ';

/** The report as a text for people. */
export function lossesAsText({ name }: Pick<Format, 'name'>, groups: readonly LossGroup[]): string {
  const sections = groups.map(({ reason, count, examples }) => {
    const { title, sentence, advice } = lossWords(reason);
    const lines = examples.map((loss) => `  - ${exampleInWords(loss)}`);
    const more = count > examples.length ? [`  - and ${count - examples.length} more`] : [];
    return [`${title} (${reason}): ${count}`, `${sentence} ${advice}`, ...lines, ...more].join('\n');
  });
  return `${LOSSES_START}${name} does not hold as the project does\n\n${sections.join('\n\n')}\n`;
}

/** The report for programs: JSON with a count and the first examples of each reason. */
export function lossesAsJson({ id }: Pick<Format, 'id'>, groups: readonly LossGroup[]): string {
  const losses = groups.map(({ reason, count, examples }) => ({ reason, count, ...lossWords(reason), examples }));
  return `${JSON.stringify({ format: id, losses }, null, 2)}\n`;
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
