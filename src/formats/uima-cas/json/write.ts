import { annotatorNames } from '#formats/exchange/annotator-names.ts';
import { type CreateWriter, createLayerPaths } from '#formats/exchange/dataset.ts';
import {
  type Cas,
  type CasStructure,
  type CasType,
  DOCUMENT_ANNOTATION,
  isReference,
  STRING_ARRAY,
} from '#formats/uima-cas/cas.ts';
import { ownTypes, reportRenamed } from '#formats/uima-cas/own-types.ts';
import { type CasOptions, toCas } from '#formats/uima-cas/to-cas.ts';

/** A CAS JSON file for each layer, and for each article without one, with all types in it. */
export const createCasJsonWriter: CreateWriter = (about, _options, losses) => {
  const { labelSet } = about.project;
  const types = new Map(ownTypes(labelSet).map((type) => [type.name, type]));
  const options: CasOptions = {
    labelSet,
    types,
    losses,
    nameOf: annotatorNames(about),
    keep: (text) => text.toWellFormed(),
  };
  const pathOf = createLayerPaths(about, '.json');
  let index = 0;
  return {
    begin: () => {
      reportRenamed(labelSet, losses);
      return [];
    },
    *article(annotated) {
      const { article, layers } = annotated;
      for (const layer of layers.length > 0 ? layers : [undefined]) {
        const path = pathOf(index, article, layer?.annotatorId);
        yield { path, content: casJson(toCas(options, annotated, layer)) };
      }
      index += 1;
    },
    end: () => [],
  };
};

function casJson({ types, views, structures }: Cas): string {
  const listed = [...structures.values()];
  let lastId = Math.max(...views.map(({ sofa }) => sofa), listed.at(-1)?.id ?? 0);
  const arrays: object[] = [];
  const addArray = (elements: readonly string[]): number => {
    lastId += 1;
    arrays.push({ '%ID': lastId, '%TYPE': STRING_ARRAY, '%ELEMENTS': elements });
    return lastId;
  };
  const sofas = views.map(({ sofa, name, text }, number) => ({
    '%ID': sofa,
    '%TYPE': 'uima.cas.Sofa',
    sofaNum: number + 1,
    sofaID: name,
    mimeType: 'text',
    sofaString: text,
  }));
  const written = listed.map((structure) => structureJson(structure, addArray));
  const file = {
    '%TYPES': Object.fromEntries([...types.values()].map((type) => [type.name, typeJson(type)])),
    '%FEATURE_STRUCTURES': [...sofas, ...written, ...arrays],
    '%VIEWS': Object.fromEntries(
      views.map(({ name, sofa, members }) => [name, { '%SOFA': sofa, '%MEMBERS': [...(members ?? [])] }]),
    ),
  };
  return `${JSON.stringify(file, undefined, 1)}\n`;
}

function typeJson({ name, superType, description, features }: CasType): object {
  return {
    '%NAME': name,
    '%SUPER_TYPE': superType,
    ...(description === '' ? {} : { '%DESCRIPTION': description }),
    ...Object.fromEntries(
      features.map((feature) => [
        feature.name,
        {
          '%NAME': feature.name,
          '%RANGE': feature.range,
          ...(feature.description === '' ? {} : { '%DESCRIPTION': feature.description }),
        },
      ]),
    ),
  };
}

function structureJson(
  { id, type, sofa, begin, end, values }: CasStructure,
  addArray: (elements: readonly string[]) => number,
): object {
  const features = [...values].map(([name, value]): readonly [string, unknown] => {
    if (isReference(value)) return [`@${name}`, value.ids[0]];
    return typeof value === 'object' ? [`@${name}`, addArray(value)] : [name, value];
  });
  return {
    '%ID': id,
    '%TYPE': type,
    ...(type === DOCUMENT_ANNOTATION ? { '%FLAGS': ['DocumentAnnotation'] } : {}),
    '@sofa': sofa,
    ...(begin === undefined ? {} : { begin, end }),
    ...Object.fromEntries(features),
  };
}
