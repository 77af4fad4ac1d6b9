import { t } from '#language/t.ts';
import { CARRIES_ALL } from '#formats/exchange/carries.ts';
import { type Format } from '#formats/exchange/format.ts';

/** Label Studio's tasks with annotations and predictions. */
export const LABEL_STUDIO: Format = {
  id: 'label-studio',
  name: 'Label Studio JSON',
  description: t`For Label Studio: tasks with everybody’s annotations, and the labelling configuration that they need.`,
  extension: '.zip',
  unit: 'code-point',
  carries: {
    ...CARRIES_ALL,
    fragments: 'partly',
    origin: 'no',
    guidelines: 'no',
    'label-set': 'no',
  },
  options: [],
  variants: [],
  write: async () => (await import('./write.ts')).createLabelStudioWriter,
  read: async () => (await import('./read.ts')).readLabelStudio,
  recognises: ({ path, start, isArchive }) =>
    isArchive
      ? /^(?:.*\/)?labelling-config\.xml$/m.test(start)
      : /\.jsonl?$/i.test(path) &&
        /"(?:(?:completed_by|from_name|model_version|lead_time)"\s*:|data"\s*:\s*\{)/.test(start),
};
