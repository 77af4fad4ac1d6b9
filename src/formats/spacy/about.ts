import { t } from '#language/t.ts';
import { CARRIES_ALL } from '#formats/exchange/carries.ts';
import { type Format } from '#formats/exchange/format.ts';

/** JSON Lines for spaCy, with the script that makes a DocBin of them. */
export const SPACY: Format = {
  id: 'spacy',
  name: 'spaCy JSONL',
  description: t`For training spaCy: a file for each annotator, and a short Python script that makes a DocBin of it.`,
  extension: '.zip',
  unit: 'code-point',
  carries: {
    ...CARRIES_ALL,
    fragments: 'no',
    attributes: 'no',
    notes: 'no',
    links: 'no',
    ids: 'no',
    times: 'no',
    origin: 'no',
    status: 'no',
    guidelines: 'no',
    'label-set': 'no',
  },
  options: ['overlaps'],
  variants: [],
  write: async () => (await import('./write.ts')).createSpacyWriter,
  recognises: ({ path, start }) => /\.jsonl?$/i.test(path) && start.includes('"text"') && start.includes('"ents"'),
};
