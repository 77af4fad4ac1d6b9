/** A feature of a type. `range` is the name of a type, as UIMA has them: `uima.cas.String`. */
export interface CasFeature {
  readonly name: string;
  readonly range: string;
  readonly description: string;
}

export interface CasType {
  readonly name: string;
  readonly superType: string;
  readonly description: string;
  readonly features: readonly CasFeature[];
}

/** Points to other structures by their ids: one, or those of a list. */
export interface Reference {
  readonly ids: readonly number[];
}

/** What a feature holds; a list of texts where it holds several. */
export type CasValue = string | number | boolean | Reference | readonly string[];

/** A feature structure. `begin` and `end` are in UTF-16 code units and undefined for what is not in the text. */
export interface CasStructure {
  readonly id: number;
  readonly type: string;
  /** Id of the text that it is about; undefined where it is about none. */
  readonly sofa: number | undefined;
  readonly begin: number | undefined;
  readonly end: number | undefined;
  /** The features besides `begin` and `end`. An array has its content as `elements`. */
  readonly values: ReadonlyMap<string, CasValue>;
}

/** A text with the structures that are indexed for it. */
export interface CasView {
  readonly name: string;
  /** Id of its text. */
  readonly sofa: number;
  /** Undefined where the text is outside the file. */
  readonly text: string | undefined;
  /** Undefined where the file does not say. */
  readonly members: ReadonlySet<number> | undefined;
}

/** The model that CAS JSON and XMI are two ways of writing. */
export interface Cas {
  readonly types: ReadonlyMap<string, CasType>;
  readonly views: readonly CasView[];
  readonly structures: ReadonlyMap<number, CasStructure>;
}

export const ANNOTATION = 'uima.tcas.Annotation';
export const DOCUMENT_ANNOTATION = 'uima.tcas.DocumentAnnotation';
export const STRING_ARRAY = 'uima.cas.StringArray';
/** The name that UIMA gives the text that is there from the beginning. */
export const FIRST_VIEW = '_InitialView';

/** True for a value that points to other structures. */
export function isReference(value: CasValue | undefined): value is Reference {
  return typeof value === 'object' && !Array.isArray(value);
}

/** The type of the feature, its own or that of a type above; undefined where the types do not tell. */
export function rangeOf(types: ReadonlyMap<string, CasType>, type: string, feature: string): string | undefined {
  for (const each of withTypesAbove(types, type)) {
    const found = types.get(each)?.features.find(({ name }) => name === feature);
    if (found) return found.range;
  }
  return undefined;
}

/** True where the type is the other one, or below it. */
export function isKindOf(types: ReadonlyMap<string, CasType>, type: string, other: string): boolean {
  return withTypesAbove(types, type).includes(other);
}

/** Hostile types may go in a circle. */
const MOST_LEVELS = 50;

function withTypesAbove(types: ReadonlyMap<string, CasType>, type: string): readonly string[] {
  const all: string[] = [];
  for (let at: string | undefined = type; at !== undefined && all.length < MOST_LEVELS; at = types.get(at)?.superType) {
    all.push(at);
  }
  return all;
}
