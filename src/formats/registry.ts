import { type Format } from './exchange/format.ts';
import { HUGGING_FACE } from './hugging-face/about.ts';
import { MEDTATOR } from './medtator/about.ts';
import { CAS_JSON } from './uima-cas/json/about.ts';
import { CAS_XMI } from './uima-cas/xmi/about.ts';
import { WEBANNO_TSV } from './webanno-tsv/about.ts';

/** Every format besides our own, in the order in which screens and documentation show them. */
export const FORMATS: readonly Format[] = [HUGGING_FACE, CAS_JSON, CAS_XMI, MEDTATOR, WEBANNO_TSV];

/** The format with this id, or undefined. */
export function findFormat(id: string): Format | undefined {
  return FORMATS.find((format) => format.id === id);
}
