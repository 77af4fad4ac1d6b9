import { type Format } from './exchange/format.ts';
import { CLAIM_REVIEW } from './claim-review/about.ts';
import { HUGGING_FACE } from './hugging-face/about.ts';
import { PUB_ANNOTATION } from './pub-annotation/about.ts';
import { TEI } from './tei/about.ts';
import { WEB_ANNOTATION } from './web-annotation/about.ts';

/** Every format besides our own, in the order in which screens and documentation show them. */
export const FORMATS: readonly Format[] = [
  HUGGING_FACE,
  WEB_ANNOTATION,
  PUB_ANNOTATION,
  TEI,
  CLAIM_REVIEW,
];

/** The format with this id, or undefined. */
export function findFormat(id: string): Format | undefined {
  return FORMATS.find((format) => format.id === id);
}
