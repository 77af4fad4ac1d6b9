import { type ProblemList } from '#formats/problem.ts';
import { ANNOTATION, type Cas, type CasStructure, type CasValue, isKindOf, isReference, rangeOf } from './cas.ts';
import { FROM, TO } from './own-types.ts';

/** A view with what reading it needs at hand. */
export interface ViewReader {
  readonly cas: Cas;
  readonly text: string;
  /** What is indexed in the view, in the order of the file. */
  readonly structures: readonly CasStructure[];
  /** Where a structure is, for problems. */
  readonly placeOf: (structure: CasStructure) => string;
  readonly problems: ProblemList;
}

/** True for what marks words of the text. */
export function isInText({ cas }: ViewReader, { type, begin, end }: CasStructure): boolean {
  return begin !== undefined || end !== undefined || isKindOf(cas.types, type, ANNOTATION);
}

/** True for a relation: a structure with two ends. */
export function isRelation({ cas }: ViewReader, { type, values }: CasStructure): boolean {
  return (
    (values.has(FROM) && values.has(TO)) ||
    (rangeOf(cas.types, type, FROM) !== undefined && rangeOf(cas.types, type, TO) !== undefined)
  );
}

/** The texts that a feature holds, those of an array one by one; undefined where it points to something else. */
export function textsOf({ cas }: ViewReader, value: CasValue | undefined): readonly string[] | undefined {
  if (value === undefined) return [];
  const elements = isReference(value) ? cas.structures.get(value.ids[0] ?? -1)?.values.get('elements') : value;
  if (elements === undefined || isReference(elements)) return undefined;
  return typeof elements === 'object' ? elements : [String(elements)];
}

/** The structures that a feature points to, those of an array one by one. */
export function targetsOf({ cas }: ViewReader, value: CasValue | undefined): readonly CasStructure[] {
  if (!isReference(value)) return [];
  return value.ids.flatMap((id) => {
    const structure = cas.structures.get(id);
    const elements = structure?.values.get('elements');
    if (isReference(elements)) return elements.ids.flatMap((each) => cas.structures.get(each) ?? []);
    return structure ?? [];
  });
}
