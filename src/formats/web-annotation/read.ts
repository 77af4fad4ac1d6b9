import { type OffsetUnit } from '#core/text/offset-units.ts';
import { jsonValues } from '#formats/exchange/json-values.ts';
import { type LooseDataset, type ReadDataset } from '#formats/exchange/loose.ts';
import { ProblemList } from '#formats/problem.ts';
import { type Finds, type FoundLink, type FoundSpan, type FoundText } from './found.ts';
import { joinDocuments } from './join-documents.ts';
import { walkAnnotations } from './walk.ts';

const MOST_PROBLEMS = 100;

/**
 * Reads annotations of the W3C model, alone, in lists or in pages, by the standard or with offsets in UTF-16; annotations as
 * Recogito keeps them; and exports of Hypothesis. Annotations of all files that are about one text are one document. The
 * text is taken from the file that a page names, or that is called like the annotations' own and ends with .txt.
 */
export const readWebAnnotation: ReadDataset = (files): LooseDataset => {
  const problems = new ProblemList(MOST_PROBLEMS);
  const spans: FoundSpan[] = [];
  const links: FoundLink[] = [];
  const texts = new Map<string, FoundText>();
  const paths = new Map<string, string>();
  for (const file of files) {
    if (!/\.json(?:ld|l)?$/i.test(file.path)) continue;
    const finds: Finds = {
      span: (span) => {
        spans.push(span);
        if (!paths.has(span.source)) paths.set(span.source, file.path);
      },
      link: (link) => void links.push(link),
      text: (text) => {
        if (!texts.has(text.iri)) texts.set(text.iri, text);
        if (!paths.has(text.iri)) paths.set(text.iri, file.path);
      },
      problem: (place, message) => problems.add(place, message),
    };
    const read = jsonValues(file);
    for (const { place, message } of read.problems) problems.add(place, message);
    for (const { place, value } of read.values) walkAnnotations(value, place, file.path, finds);
  }
  const byPath = new Map(files.map((file) => [file.path, file]));
  const documents = joinDocuments({ spans, links, texts, paths, files: byPath, problems });
  return { documents, problems: problems.all, units: unitsOf([...texts.values()], spans) };
};

/** One unit where everything says the same; else the standard's, then that of what runs in browsers. */
function unitsOf(texts: readonly FoundText[], spans: readonly FoundSpan[]): readonly OffsetUnit[] {
  const told = new Map(texts.map(({ iri, unit }) => [iri, unit]));
  const [unit, ...others] = new Set([...told.values(), ...spans.map(({ source }) => told.get(source))]);
  return unit !== undefined && others.length === 0 ? [unit] : ['code-point', 'utf-16'];
}
