import { type SourceFile } from '#formats/exchange/loose.ts';
import { type Problem } from '#formats/problem.ts';
import { type CasFeature, type CasType } from '#formats/uima-cas/cas.ts';
import { cleanForXml, escapeText } from '#formats/xml/escape-xml.ts';
import { readXml } from '#formats/xml/read-xml.ts';

/** The types as Apache UIMA's TypeSystem.xml. */
export function writeTypeSystem(types: readonly CasType[]): string {
  const written = types.map(({ name, superType, description, features }) =>
    [
      '<typeDescription>',
      `<name>${name}</name>`,
      `<description>${plain(description)}</description>`,
      `<supertypeName>${superType}</supertypeName>`,
      '<features>',
      ...features.map(featureXml),
      '</features>',
      '</typeDescription>',
    ].join('\n'),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">',
    '<name>Spanmark</name>',
    '<description>The labels and links of a project. Offsets are in UTF-16 code units.</description>',
    '<version>1.0</version>',
    '<vendor></vendor>',
    '<types>',
    ...written,
    '</types>',
    '</typeSystemDescription>',
    '',
  ].join('\n');
}

function featureXml({ name, range, description }: CasFeature): string {
  return [
    '<featureDescription>',
    `<name>${name}</name>`,
    `<description>${plain(description)}</description>`,
    `<rangeTypeName>${range}</rangeTypeName>`,
    '</featureDescription>',
  ].join('\n');
}

function plain(description: string): string {
  return escapeText(cleanForXml(description));
}

/** The types of a file of this form, by name. */
export function readTypeSystem(file: SourceFile): {
  readonly types: ReadonlyMap<string, CasType>;
  readonly problems: readonly Problem[];
} {
  const types = new Map<string, CasType>();
  let type = { name: '', superType: '' };
  let feature = { name: '', range: '' };
  let features: CasFeature[] = [];
  let isInFeature = false;
  let text = '';
  const problems = readXml(file, {
    open: ({ name }) => {
      text = '';
      if (name === 'typeDescription') {
        type = { name: '', superType: '' };
        features = [];
      } else if (name === 'featureDescription') {
        feature = { name: '', range: '' };
        isInFeature = true;
      }
    },
    text: (piece) => {
      text += piece;
    },
    close: (name) => {
      const words = text.trim();
      text = '';
      if (name === 'name' && isInFeature) feature.name = words;
      else if (name === 'name') type.name = words;
      else if (name === 'supertypeName') type.superType = words;
      else if (name === 'rangeTypeName') feature.range = words;
      else if (name === 'featureDescription') {
        features.push({ ...feature, description: '' });
        isInFeature = false;
      } else if (name === 'typeDescription') types.set(type.name, { ...type, description: '', features });
    },
  });
  return { types, problems };
}
