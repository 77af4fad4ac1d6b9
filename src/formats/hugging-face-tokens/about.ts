import { type Format } from '#formats/exchange/format.ts';

/** Tokens and tags as JSON Lines, as token classification is taught with. */
export const HUGGING_FACE_TOKENS: Format = {
  id: 'hugging-face-tokens',
  name: 'Hugging Face tokens',
  description: 'For token classification: a row for each article or sentence, with its tokens and their tags.',
  extension: '.zip',
  unit: 'tokens',
  carries: {
    text: 'no',
    overlaps: 'no',
    fragments: 'no',
    attributes: 'no',
    notes: 'no',
    links: 'no',
    annotators: 'yes',
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
};
