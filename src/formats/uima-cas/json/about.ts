import { t } from '#language/t.ts';
import { CARRIES_ALL } from '#formats/exchange/carries.ts';
import { type Format } from '#formats/exchange/format.ts';

/** UIMA CAS JSON 0.4.0, the form of INCEpTION and cassis that has its types in the file. */
export const CAS_JSON: Format = {
  id: 'cas-json',
  name: 'UIMA CAS JSON',
  description: t`For INCEpTION and for Python with cassis: a file for each article and annotator, with its types in it.`,
  extension: '.zip',
  unit: 'utf-16',
  carries: {
    ...CARRIES_ALL,
    attributes: 'partly',
    origin: 'no',
    guidelines: 'no',
    'label-set': 'no',
  },
  options: [],
  variants: [],
  write: async () => (await import('./write.ts')).createCasJsonWriter,
  read: async () => (await import('./read.ts')).readCasJson,
  recognises: ({ start }) => /"%(?:TYPES|FEATURE_STRUCTURES|VIEWS|FLAGS)"\s*:/.test(start),
};
