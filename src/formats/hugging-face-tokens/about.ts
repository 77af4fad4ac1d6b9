import { t } from '#language/t.ts';
import { CARRIES_ALL } from '#formats/exchange/carries.ts';
import { type Format } from '#formats/exchange/format.ts';

/** Tokens and tags as JSON Lines, as token classification is taught with. */
export const HUGGING_FACE_TOKENS: Format = {
  id: 'hugging-face-tokens',
  name: 'Hugging Face tokens',
  description: t`For token classification: a row for each article or sentence, with its tokens and their tags.`,
  extension: '.zip',
  unit: 'tokens',
  carries: {
    ...CARRIES_ALL,
    text: 'no',
    overlaps: 'no',
    fragments: 'no',
    attributes: 'no',
    notes: 'no',
    links: 'no',
    ids: 'no',
    times: 'no',
    origin: 'no',
    status: 'no',
    about: 'no',
    guidelines: 'no',
    'label-set': 'no',
  },
  options: ['rows', 'scheme', 'overlaps'],
  variants: [],
  write: async () => (await import('./write.ts')).createTokensWriter,
  recognises: ({ path, start }) =>
    /\.jsonl?$/i.test(path) && start.includes('"tokens"') && start.includes('"ner_tags"'),
};
