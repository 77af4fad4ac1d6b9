import { t } from '#language/t.ts';
import { placeOfLine } from '#formats/wording.ts';
import { type OffsetUnit, unitOffsets, type UnitOffsets } from '#core/text/offset-units.ts';
import {
  type LooseDocument,
  type LooseLink,
  type LooseSpan,
  type ReadDataset,
  type SourceFile,
} from '#formats/exchange/loose.ts';
import { decodeText } from '#formats/plain-text/decode.ts';
import { type Problem, ProblemList } from '#formats/problem.ts';
import { isMachineLayer, layerLabel } from '#formats/uima-cas/layer-names.ts';
import { pathNames } from '#formats/uima-cas/path-names.ts';
import { readAnnotations, type TsvAnnotation, type TsvLink } from './annotations.ts';
import { placeText } from './place-text.ts';
import { readTable } from './table.ts';

/** So many faults of one file are told. */
const MOST_PROBLEMS = 100;

/** Reads WebAnno TSV 3.1 to 3.3. Spans go from the first to the last row of an annotation, in whatever unit fits the words. */
export const readWebAnnoTsv: ReadDataset = (files) => {
  const documents: LooseDocument[] = [];
  const problems: Problem[] = [];
  const units = new Set<OffsetUnit>();
  for (const file of files) {
    if (!/\.(?:tsv|txt)$/i.test(file.path)) continue;
    const found = new ProblemList(MOST_PROBLEMS);
    const text = textOf(file, found);
    if (text !== undefined) {
      const read = documentOf(file.path, text, found);
      documents.push(read.document);
      units.add(read.unit);
    }
    problems.push(...found.all);
  }
  return { documents, problems, units: units.size === 0 ? ['utf-16'] : [...units] };
};

function textOf({ path, bytes }: SourceFile, problems: ProblemList): string | undefined {
  const decoded = decodeText(bytes);
  if (!decoded.ok) {
    for (const { place, message } of decoded.problems) problems.add(`${path} ${place}`, message);
    return undefined;
  }
  const text = decoded.value.replace(/^\uFEFF/, '');
  if (text.startsWith('#FORMAT=WebAnno TSV 3')) return text;
  const isOlder = /^#FORMAT=WebAnno TSV|^# ?webanno/i.test(text);
  problems.add(
    path,
    isOlder
      ? t`this is an older WebAnno TSV: open it in INCEpTION and export it as WebAnno TSV 3.3`
      : t`this is no WebAnno TSV: it does not begin with “#FORMAT=WebAnno TSV 3”`,
  );
  return undefined;
}

function documentOf(
  path: string,
  source: string,
  problems: ProblemList,
): { readonly document: LooseDocument; readonly unit: OffsetUnit } {
  const table = readTable(path, source, problems);
  const { text, unit } = placeText(path, table.sentences, problems);
  const { annotations, links } = readAnnotations(path, table, problems);
  const offsets = unitOffsets(text, unit);
  const spans = annotations.flatMap((each): readonly LooseSpan[] => {
    if (isMachineLayer(each.layer.name)) return [];
    if (each.from < each.to) return [spanOf(each, text, offsets)];
    problems.add(placeOfLine(path, each.line), t`the annotation marks no words: left out`);
    return [];
  });
  const { document, annotator } = pathNames(path);
  const ids = new Set(spans.map(({ id }) => id));
  return {
    document: {
      place: path,
      name: document,
      text,
      title: '',
      source: '',
      date: '',
      language: '',
      layers: [{ annotator, isPrediction: false, status: 'done', spans, links: readLinks(path, links, ids, problems) }],
    },
    unit,
  };
}

function spanOf({ id, layer, from, to, values }: TsvAnnotation, text: string, offsets: UnitOffsets): LooseSpan {
  const { label, tagFeature } = layerLabel(layer.name, (feature) => values.get(feature));
  const [start, end] = [offsets.toUtf16(from), offsets.toUtf16(to)];
  const words = start !== undefined && end !== undefined ? text.slice(start, end) : '';
  return {
    id,
    label,
    ranges: [{ from, to }],
    ...(words === '' ? {} : { quotes: [words] }),
    attributes: [...values].flatMap(([name, value]) => (name === tagFeature ? [] : [{ name, value }])),
    note: '',
    createdAt: '',
    changedAt: '',
  };
}

function readLinks(
  path: string,
  links: readonly TsvLink[],
  ids: ReadonlySet<string>,
  problems: ProblemList,
): readonly LooseLink[] {
  const told = new Set<string>();
  const tellOnce = (line: number, message: string): void => {
    if (!told.has(message)) problems.add(placeOfLine(path, line), message);
    told.add(message);
  };
  return links.flatMap(({ type, layer, from, to, values, line }, index): readonly LooseLink[] => {
    if (!from || !to || from === to || !ids.has(from.id) || !ids.has(to.id)) {
      tellOnce(line, t`a relation of “${layer.name}” does not join two spans: left out, as others like it`);
      return [];
    }
    const { label, tagFeature } = layerLabel(layer.name, (feature) => values.get(feature));
    for (const name of values.keys()) {
      if (name !== tagFeature) tellOnce(line, t`links have no attributes: “${name}” of “${layer.name}” is left out`);
    }
    return [{ id: `link ${index + 1}`, type: type ?? label, from: from.id, to: to.id }];
  });
}
