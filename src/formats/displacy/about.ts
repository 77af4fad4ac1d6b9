import { t } from '#language/t.ts';
import { CARRIES_ALL } from '#formats/exchange/carries.ts';
import { type Format } from '#formats/exchange/format.ts';

/** A page to look at and print, drawn as spaCy's displaCy draws spans. */
export const DISPLACY: Format = {
  id: 'displacy',
  name: t`displaCy page`,
  nameInFiles: 'displaCy page',
  description: t`For looking at and printing: one HTML page with every article and its spans, without a script.`,
  extension: '.html',
  unit: 'code-point',
  carries: {
    ...CARRIES_ALL,
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
  options: [],
  variants: [],
  write: async () => (await import('./write.ts')).createDisplacyWriter,
  recognises: ({ path, start }) => /\.html?$/i.test(path) && start.includes('class="entities"'),
};
