import { t } from '#language/t.ts';
import { CARRIES_ALL } from '#formats/exchange/carries.ts';
import { type Format } from '#formats/exchange/format.ts';

/** The XML of MedTator and MAE, with the schema that MedTator wants first. */
export const MEDTATOR: Format = {
  id: 'medtator',
  name: 'MedTator XML',
  description: t`For MedTator and MAE: a file for each article and annotator, and the schema as a .dtd file.`,
  extension: '.zip',
  unit: 'utf-16',
  carries: {
    ...CARRIES_ALL,
    // Control characters are not in XML.
    text: 'partly',
    attributes: 'partly',
    notes: 'partly',
    origin: 'no',
    guidelines: 'no',
    'label-set': 'no',
  },
  options: [],
  variants: [],
  write: async () => (await import('./write.ts')).createMedTatorWriter,
  read: async () => (await import('./read.ts')).readMedTator,
  recognises: ({ path, start, isArchive }) =>
    isArchive
      ? /\.dtd$/im.test(start) && /\.xml$/im.test(start)
      : /\.xml$/i.test(path) && /<TEXT\s*>/.test(start) && !start.includes('<TEI'),
};
