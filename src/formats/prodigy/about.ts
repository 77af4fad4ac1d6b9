import { t } from '#language/t.ts';
import { CARRIES_ALL } from '#formats/exchange/carries.ts';
import { type Format } from '#formats/exchange/format.ts';

/** Prodigy JSON Lines: one task for each article and annotator, with tokens. */
export const PRODIGY: Format = {
  id: 'prodigy',
  name: 'Prodigy JSONL',
  description: t`For Prodigy’s db-in and its recipes: one task for each article and annotator, with spans and relations.`,
  extension: '.jsonl',
  unit: 'code-point',
  carries: {
    ...CARRIES_ALL,
    fragments: 'no',
    attributes: 'no',
    notes: 'no',
    links: 'partly',
    times: 'no',
    origin: 'no',
    guidelines: 'no',
    'label-set': 'no',
  },
  options: [],
  variants: [],
  write: async () => (await import('./write.ts')).createProdigyWriter,
  read: async () => (await import('./read.ts')).readProdigy,
  recognises: ({ path, start }) =>
    /\.jsonl?$/i.test(path) &&
    start.includes('"text"') &&
    /"(?:_task_hash|_input_hash|_view_id|_session_id|_annotator_id|token_start|answer)"\s*:/.test(start),
};
