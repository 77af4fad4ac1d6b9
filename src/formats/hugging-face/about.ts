import { t } from '#language/t.ts';
import { CARRIES_ALL } from '#formats/exchange/carries.ts';
import { type Format } from '#formats/exchange/format.ts';

/** Hugging Face JSON Lines: one article per line, its spans as a list with offsets. */
export const HUGGING_FACE: Format = {
  id: 'hugging-face',
  name: 'Hugging Face JSONL',
  description: t`For the datasets library: one article per line with its text, spans, links and annotators.`,
  extension: '.zip',
  unit: 'code-point',
  carries: {
    ...CARRIES_ALL,
    origin: 'no',
    guidelines: 'no',
    'label-set': 'no',
  },
  options: [],
  variants: [],
  write: async () => (await import('./write.ts')).createHuggingFaceWriter,
  read: async () => (await import('./read.ts')).readHuggingFace,
  recognises: ({ path, start }) =>
    /\.jsonl?$/i.test(path) &&
    start.includes('"spans"') &&
    start.includes('"annotator"') &&
    // Lines for spaCy have both, too.
    !start.includes('"ents"'),
};
