import { annotatorNames } from '#formats/exchange/annotator-names.ts';
import { type CreateWriter, createLayerPaths } from '#formats/exchange/dataset.ts';
import { type Cas, type CasStructure, isReference } from '#formats/uima-cas/cas.ts';
import { ownTypes, reportRenamed } from '#formats/uima-cas/own-types.ts';
import { type CasOptions, toCas } from '#formats/uima-cas/to-cas.ts';
import { escapeText, writeAttributes } from '#formats/xml/escape-xml.ts';
import { createXmlKeeper } from '#formats/xml/keep-for-xml.ts';
import { writeTypeSystem } from './type-system.ts';

/** An XMI file for each layer, and for each article without one, and one TypeSystem.xml for all. */
export const createCasXmiWriter: CreateWriter = (about, _options, losses) => {
  const { labelSet } = about.project;
  const types = new Map(ownTypes(labelSet).map((type) => [type.name, type]));
  const options: CasOptions = { labelSet, types, losses, nameOf: annotatorNames(about), keep: createXmlKeeper(losses) };
  const pathOf = createLayerPaths(about, '.xmi');
  let index = 0;
  return {
    begin: () => {
      reportRenamed(labelSet, losses);
      return [{ path: 'TypeSystem.xml', content: writeTypeSystem([...types.values()]) }];
    },
    *article(annotated) {
      const { article, layers } = annotated;
      for (const layer of layers.length > 0 ? layers : [undefined]) {
        const path = pathOf(index, article, layer?.annotatorId);
        yield { path, content: xmi(toCas(options, annotated, layer)) };
      }
      index += 1;
    },
    end: () => [],
  };
};

type Attributes = (readonly [name: string, value: string])[];

function xmi({ views, structures }: Cas): string {
  const namespaces = new Map([['uima.cas', 'cas']]);
  const written = [...structures.values()].map((structure) => structureXml(structure, namespaces));
  const root = writeAttributes([
    ['xmlns:xmi', 'http://www.omg.org/XMI'],
    ...[...namespaces].map(([name, prefix]) => [`xmlns:${prefix}`, namespaceUri(name)] as const),
    ['xmi:version', '2.0'],
  ]);
  const sofas = views.map(({ sofa, name, text = '' }, number) =>
    emptyTag('cas:Sofa', [
      ['xmi:id', String(sofa)],
      ['sofaNum', String(number + 1)],
      ['sofaID', name],
      ['mimeType', 'text'],
      ['sofaString', text],
    ]),
  );
  const indexed = views.map(({ sofa, members }) =>
    emptyTag('cas:View', [
      ['sofa', String(sofa)],
      ['members', [...(members ?? [])].join(' ')],
    ]),
  );
  const lines = [emptyTag('cas:NULL', [['xmi:id', '0']]), ...written, ...sofas, ...indexed];
  return `<?xml version="1.0" encoding="UTF-8"?>\n<xmi:XMI${root}>\n${lines.join('\n')}\n</xmi:XMI>\n`;
}

/** UIMA makes a namespace of the package of a type. */
function namespaceUri(packageName: string): string {
  return `http:///${packageName.replaceAll('.', '/')}.ecore`;
}

function structureXml({ id, type, sofa, begin, end, values }: CasStructure, namespaces: Map<string, string>): string {
  const dot = type.lastIndexOf('.');
  const packageName = type.slice(0, dot);
  const prefix = namespaces.get(packageName) ?? `types${namespaces.size}`;
  namespaces.set(packageName, prefix);
  const tag = `${prefix}:${type.slice(dot + 1)}`;
  const attributes: Attributes = [
    ['xmi:id', String(id)],
    ['sofa', String(sofa)],
  ];
  if (begin !== undefined) attributes.push(['begin', String(begin)], ['end', String(end)]);
  const children: string[] = [];
  for (const [name, value] of values) {
    if (isReference(value)) attributes.push([name, value.ids.join(' ')]);
    else if (typeof value === 'object') children.push(...value.map((text) => `<${name}>${escapeText(text)}</${name}>`));
    else attributes.push([name, String(value)]);
  }
  if (children.length === 0) return emptyTag(tag, attributes);
  return `<${tag}${writeAttributes(attributes)}>${children.join('')}</${tag}>`;
}

function emptyTag(name: string, attributes: Attributes): string {
  return `<${name}${writeAttributes(attributes)}/>`;
}
