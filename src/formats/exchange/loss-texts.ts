import { type Say } from '#language/t.ts';
import { type LossReason } from './losses.ts';

/** What a loss means, and what to do about it. */
export interface LossWords {
  /** A few words for a heading. */
  readonly title: string;
  /** A whole sentence. */
  readonly sentence: string;
  /** What to choose instead, as a whole sentence. */
  readonly advice: string;
}

const keepsAll = (t: Say): string => t`The Spanmark bundle keeps everything; hand it on beside this file.`;
const bundleOnly = (t: Say): string =>
  t`Only the Spanmark bundle holds a review: choose it instead, or hand it on beside this file.`;
const spanFormats = (t: Say): string =>
  t`Choose a format with offsets, such as Hugging Face JSONL, instead of one with a tag for each token.`;

/** What each loss means as `t` says it: screens speak the language in use, reports that go along with a file English. */
export const LOSS_TEXTS: Readonly<Record<LossReason, (t: Say) => LossWords>> = {
  'overlap-dropped': (t) => ({
    title: t`Overlapping spans left out`,
    sentence: t`The format allows one span at a place, so a span that crosses another is not in the file.`,
    advice: `${t`Choose which of them stays under “Where spans overlap”.`} ${spanFormats(t)}`,
  }),
  'nested-dropped': (t) => ({
    title: t`Nested spans left out`,
    sentence: t`The format allows one span at a place, so a span within another, or around it, is not in the file.`,
    advice: `${t`Choose which of them stays under “Where spans overlap”.`} ${spanFormats(t)}`,
  }),
  'discontinuous-dropped': (t) => ({
    title: t`Interrupted spans left out`,
    sentence: t`The format has no spans of several parts, so an interrupted one is not in the file.`,
    advice: t`Choose a format that carries interrupted spans, such as brat or Hugging Face JSONL.`,
  }),
  'discontinuous-joined': (t) => ({
    title: t`Interrupted spans in one piece`,
    sentence: t`The format has no spans of several parts, so an interrupted one is in the file in another form.`,
    advice: t`Choose a format that carries interrupted spans, such as brat or Hugging Face JSONL.`,
  }),
  'discontinuous-split': (t) => ({
    title: t`Interrupted spans in several pieces`,
    sentence: t`The format has no spans of several parts, so an interrupted one is in the file as a span for each part.`,
    advice: t`Choose a format that carries interrupted spans, such as brat or Hugging Face JSONL.`,
  }),
  'label-dropped': (t) => ({
    title: t`Spans of other labels left out`,
    sentence: t`The format is for certain labels only, and the span has another.`,
    advice: t`Choose a format for all labels, such as Hugging Face JSONL, or give the label the expected name for this export.`,
  }),
  'zero-length-dropped': (t) => ({
    title: t`Spans of nothing but line ends left out`,
    sentence: t`The format has no room for a span that holds only line ends or tabs.`,
    advice: t`Nothing needs to be done unless such a span matters.`,
  }),
  'not-on-token-boundary': (t) => ({
    title: t`Spans off the edges of words`,
    sentence: t`The span begins or ends inside a token, where the format can have no edge.`,
    advice: `${t`Move its edges to those of words.`} ${spanFormats(t)}`,
  }),
  'crosses-sentence': (t) => ({
    title: t`Spans over the end of a sentence`,
    sentence: t`The span goes on in the next sentence, and the file cuts it there.`,
    advice: t`Write one article for each row, or choose a format with offsets.`,
  }),
  'trimmed-whitespace': (t) => ({
    title: t`White space cut at edges`,
    sentence: t`The span begins or ends with white space, which the format forbids, and is shorter in the file.`,
    advice: t`Nothing needs to be done unless the white space matters.`,
  }),
  'split-at-newline': (t) => ({
    title: t`Spans in parts at line ends`,
    sentence: t`The format has no span over the end of a line, so the file has a part for each line.`,
    advice: t`Nothing needs to be done: the parts are one span for whoever reads the format.`,
  }),
  'attribute-dropped': (t) => ({
    title: t`Values left out`,
    sentence: t`The format has no room for this value of a span.`,
    advice: t`Choose a format that carries attributes, such as Hugging Face JSONL or Label Studio.`,
  }),
  'attribute-changed': (t) => ({
    title: t`Values in another form`,
    sentence: t`The value of a span is in the file in another form, which cannot be turned back for certain.`,
    advice: keepsAll(t),
  }),
  'note-dropped': (t) => ({
    title: t`Notes left out`,
    sentence: t`The format has no room for the note on a span.`,
    advice: t`Choose a format that carries notes, such as brat or Hugging Face JSONL.`,
  }),
  'link-dropped': (t) => ({
    title: t`Links left out`,
    sentence: t`The format has no room for this link between two spans.`,
    advice: t`Choose a format that carries links, such as Hugging Face JSONL or brat.`,
  }),
  'link-endpoint-dropped': (t) => ({
    title: t`Links without an end left out`,
    sentence: t`A span that the link joins is not in the file, and so the link is not either.`,
    advice: t`See why the span was left out; the link comes back with it.`,
  }),
  'annotator-dropped': (t) => ({
    title: t`Annotators not told apart`,
    sentence: t`The file does not say whose annotations these are.`,
    advice: t`Export one annotator at a time, and keep the files apart by their names.`,
  }),
  'annotator-name-dropped': (t) => ({
    title: t`Names of annotators left out`,
    sentence: t`The file tells annotators apart by their ids, but does not say what they are called.`,
    advice: t`Choose a format that carries names, such as Hugging Face JSONL or brat.`,
  }),
  'times-dropped': (t) => ({
    title: t`Times left out`,
    sentence: t`The file does not say when a span was made and changed.`,
    advice: keepsAll(t),
  }),
  'origin-dropped': (t) => ({
    title: t`Origins left out`,
    sentence: t`The file does not say whether a span was made by hand, suggested or imported.`,
    advice: keepsAll(t),
  }),
  'status-dropped': (t) => ({
    title: t`Statuses left out`,
    sentence: t`The file does not say how far the annotator is with the article.`,
    advice: t`Export only articles that are done, so that “nothing found” is not mistaken for “not started”.`,
  }),
  'about-dropped': (t) => ({
    title: t`Title, source, date or language left out`,
    sentence: t`The file does not say everything about the article besides its text.`,
    advice: keepsAll(t),
  }),
  'pages-dropped': (t) => ({
    title: t`Page starts left out`,
    sentence: t`The file does not say where the pages of the original begin in the text.`,
    advice: keepsAll(t),
  }),
  'guidelines-dropped': (t) => ({
    title: t`Guidelines left out`,
    sentence: t`The file does not hold the guidelines of the project.`,
    advice: t`Hand them on separately: they are in the Spanmark bundle.`,
  }),
  'label-set-dropped': (t) => ({
    title: t`Label set left out`,
    sentence: t`The file names labels where they are used, but does not describe them all.`,
    advice: t`Save the label set as a file on the Labels screen.`,
  }),
  'decision-dropped': (t) => ({
    title: t`Decisions of reviewers left out`,
    sentence: t`The format has no room for what a reviewer has decided.`,
    advice: `${t`Choose “Gold” to write what the decisions come to.`} ${bundleOnly(t)}`,
  }),
  'thread-dropped': (t) => ({
    title: t`Threads left out`,
    sentence: t`The format has no room for what people have written to each other about spans.`,
    advice: bundleOnly(t),
  }),
  'text-dropped': (t) => ({
    title: t`Texts left out`,
    sentence: t`The file holds offsets, but not the text of the article that they are in.`,
    advice: t`Hand on the texts as well, unchanged to the character.`,
  }),
  'ids-dropped': (t) => ({
    title: t`Ids left out`,
    sentence: t`The file does not hold the id of a span, so that it cannot be found again by it.`,
    advice: keepsAll(t),
  }),
  'label-renamed': (t) => ({
    title: t`Labels renamed`,
    sentence: t`A label or link type has another name in the file than in the project.`,
    advice: t`Keep this report: it tells which name stands for which.`,
  }),
  'control-character-replaced': (t) => ({
    title: t`Control characters replaced`,
    sentence: t`The format forbids a character of the text, which is a space in the file; offsets stay as they are.`,
    advice: t`Nothing needs to be done unless the character matters.`,
  }),
  'duplicate-merged': (t) => ({
    title: t`Repeated spans merged`,
    sentence: t`Several spans with the same label and words are one in the file.`,
    advice: t`Choose a format that tells spans apart by id, such as Hugging Face JSONL.`,
  }),
  'astral-offset-ambiguous': (t) => ({
    title: t`Offsets that readers may take differently`,
    sentence: t`The text has characters, such as emoji, that programs reading this format count differently.`,
    advice: t`Make sure that the reader counts in the unit that is chosen here.`,
  }),
};
