import { t } from '#language/t.ts';
import { CARRIES_ALL } from '#formats/exchange/carries.ts';
import { type Format } from '#formats/exchange/format.ts';

/** WebAnno TSV 3, which INCEpTION still exports. */
export const WEBANNO_TSV: Format = {
  id: 'webanno-tsv',
  name: 'WebAnno TSV',
  description: t`From WebAnno and INCEpTION: a table of words with layers, relations and chains (TSV 3.1 to 3.3).`,
  extension: '.tsv',
  unit: 'utf-16',
  carries: {
    ...CARRIES_ALL,
    fragments: 'no',
    notes: 'no',
    annotators: 'partly',
    ids: 'no',
    times: 'no',
    origin: 'no',
    status: 'no',
    about: 'no',
    guidelines: 'no',
    'label-set': 'no',
  },
  options: [],
  variants: [],
  read: async () => (await import('./read.ts')).readWebAnnoTsv,
  recognises: ({ start }) => start.replace(/^\uFEFF/, '').startsWith('#FORMAT=WebAnno TSV'),
};
