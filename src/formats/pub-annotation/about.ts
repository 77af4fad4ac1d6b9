import { t } from '#language/t.ts';
import { CARRIES_ALL } from '#formats/exchange/carries.ts';
import { type Format } from '#formats/exchange/format.ts';

/** PubAnnotation JSON: denotations, relations and attributes; read only. */
export const PUB_ANNOTATION: Format = {
  id: 'pub-annotation',
  name: 'PubAnnotation JSON',
  description: t`What PubAnnotation, PubDictionaries and TextAE export: a text with denotations, relations and attributes.`,
  extension: '.json',
  unit: 'code-point',
  carries: {
    ...CARRIES_ALL,
    notes: 'no',
    times: 'no',
    origin: 'no',
    status: 'no',
    about: 'no',
    guidelines: 'no',
    'label-set': 'no',
  },
  options: [],
  variants: [],
  read: async () => (await import('./read.ts')).readPubAnnotation,
  recognises: ({ path, start, isArchive }) =>
    !isArchive &&
    /\.jsonl?$/i.test(path) &&
    (start.includes('"denotations"') || (start.includes('"sourcedb"') && start.includes('"sourceid"'))),
};
