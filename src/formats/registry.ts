import { BRAT } from './brat/about.ts';
import { CLAIM_REVIEW } from './claim-review/about.ts';
import { CONLL } from './conll/about.ts';
import { CSV } from './csv/about.ts';
import { DISPLACY } from './displacy/about.ts';
import { DOCCANO } from './doccano/about.ts';
import { type Format } from './exchange/format.ts';
import { HUGGING_FACE } from './hugging-face/about.ts';
import { HUGGING_FACE_PARQUET } from './hugging-face-parquet/about.ts';
import { HUGGING_FACE_TOKENS } from './hugging-face-tokens/about.ts';
import { LABEL_STUDIO } from './label-studio/about.ts';
import { MEDTATOR } from './medtator/about.ts';
import { PRODIGY } from './prodigy/about.ts';
import { PUB_ANNOTATION } from './pub-annotation/about.ts';
import { READING_PAGE } from './reading-page/about.ts';
import { SPACY } from './spacy/about.ts';
import { TEI } from './tei/about.ts';
import { CAS_JSON } from './uima-cas/json/about.ts';
import { CAS_XMI } from './uima-cas/xmi/about.ts';
import { WEB_ANNOTATION } from './web-annotation/about.ts';
import { WEBANNO_TSV } from './webanno-tsv/about.ts';

/** Every format besides our own, in the order in which screens and documentation show them. */
export const FORMATS: readonly Format[] = [
  HUGGING_FACE,
  HUGGING_FACE_PARQUET,
  HUGGING_FACE_TOKENS,
  SPACY,
  PRODIGY,
  CONLL,
  LABEL_STUDIO,
  DOCCANO,
  BRAT,
  CSV,
  WEB_ANNOTATION,
  CAS_JSON,
  CAS_XMI,
  MEDTATOR,
  WEBANNO_TSV,
  PUB_ANNOTATION,
  TEI,
  READING_PAGE,
  DISPLACY,
  CLAIM_REVIEW,
];

/** The format with this id, or undefined. */
export function findFormat(id: string): Format | undefined {
  return FORMATS.find((format) => format.id === id);
}
