import { BRAT } from './brat/about.ts';
import { CSV } from './csv/about.ts';
import { DOCCANO } from './doccano/about.ts';
import { type Format } from './exchange/format.ts';
import { HUGGING_FACE } from './hugging-face/about.ts';
import { LABEL_STUDIO } from './label-studio/about.ts';

/** Every format besides our own, in the order in which screens and documentation show them. */
export const FORMATS: readonly Format[] = [HUGGING_FACE, LABEL_STUDIO, DOCCANO, BRAT, CSV];

/** The format with this id, or undefined. */
export function findFormat(id: string): Format | undefined {
  return FORMATS.find((format) => format.id === id);
}
