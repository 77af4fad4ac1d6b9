import { t } from '#language/t.ts';
import { placeOfLine } from '#formats/wording.ts';
import { SaxesParser } from 'saxes';
import { decodeText } from '#formats/plain-text/decode.ts';
import { type Problem } from '#formats/problem.ts';
import { type SourceFile } from '#formats/exchange/loose.ts';

/** A start tag. Names have their prefix, as they are written. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** How many elements are around it. */
  readonly depth: number;
  /** From 1 on. */
  readonly line: number;
}

/** What is told of a document, in its order. Text comes in pieces, CDATA among it. */
export interface XmlVisitor {
  readonly open: (element: XmlElement) => void;
  readonly text: (text: string) => void;
  readonly close: (name: string, depth: number) => void;
}

/** No format has elements as deep as that. */
const MOST_DEPTH = 100;
/** A file with more faults is no XML. */
const MOST_FAULTS = 20;
/** The parser is asked between two chunks whether it is worth going on. */
const CHUNK = 65_536;

/**
 * Tells the visitor what an XML file holds. Faults become problems and the rest is read, unless there are too many or it is
 * nested too deep. Entities that the file declares are never put in; nothing outside the file is looked at.
 */
export function readXml({ path, bytes }: SourceFile, visitor: XmlVisitor): readonly Problem[] {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded.problems.map(({ place, message }) => ({ place: `${path} ${place}`, message }));
  const problems: Problem[] = [];
  const parser = new SaxesParser();
  let depth = 0;
  const reading = { hasEnded: false };
  const add = (message: string): void => {
    if (!reading.hasEnded) problems.push({ place: placeOfLine(path, parser.line), message });
    if (problems.length >= MOST_FAULTS) reading.hasEnded = true;
  };
  parser.on('error', ({ message }) => add(t`not well-formed XML: ${message.replace(/^\d+:\d+: /, '')}`));
  parser.on('opentag', ({ name, attributes }) => {
    if (!reading.hasEnded && depth >= MOST_DEPTH) {
      add(t`the elements are nested too deep: the rest of the file is not read`);
      reading.hasEnded = true;
    }
    if (!reading.hasEnded)
      visitor.open({ name, attributes: new Map(Object.entries(attributes)), depth, line: parser.line });
    depth += 1;
  });
  const tell = (text: string): void => {
    if (!reading.hasEnded) visitor.text(text);
  };
  parser.on('text', tell);
  parser.on('cdata', tell);
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    if (!reading.hasEnded) visitor.close(name, depth);
  });
  const text = decoded.value.replace(/^\uFEFF/, '');
  for (let at = 0; at < text.length && !reading.hasEnded; at += CHUNK) parser.write(text.slice(at, at + CHUNK));
  if (!reading.hasEnded) parser.close();
  return problems;
}
