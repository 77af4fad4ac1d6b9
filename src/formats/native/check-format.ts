import { withCommas } from '#language/lists.ts';
import { t } from '#language/t.ts';
import { isObject } from '#formats/is-object.ts';
import { type ProblemList } from '#formats/problem.ts';
import { quoted, valueInWords } from '#formats/wording.ts';
import { BUNDLE_FORMAT, BUNDLE_VERSION } from './version.ts';

/** Names that give another tool's file away, in the object itself or the first member of a list. */
const OTHER_TOOLS: readonly { readonly names: readonly string[]; readonly tool: string }[] = [
  { names: ['@context'], tool: 'Web Annotation JSON-LD' },
  { names: ['%FEATURE_STRUCTURES'], tool: 'UIMA CAS JSON' },
  { names: ['data', 'annotations'], tool: t`a Label Studio export` },
  { names: ['target', 'bodies'], tool: t`Recogito annotations` },
  { names: ['text', '_input_hash'], tool: t`a Prodigy export` },
  { names: ['text', 'ents'], tool: t`spaCy data` },
  { names: ['tokens', 'ner_tags'], tool: t`a Hugging Face token data set` },
  { names: ['text', 'entities'], tool: t`a doccano export` },
  { names: ['text', 'label'], tool: t`a doccano export` },
  { names: ['text', 'labels'], tool: t`a doccano export` },
  { names: ['text', 'spans'], tool: t`a Hugging Face or Prodigy span data set` },
];

/** Adds a problem unless the value says that it is a bundle of a version that this program reads. */
export function checkFormat(value: unknown, problems: ProblemList): void {
  if (!isObject(value) || !Object.hasOwn(value, 'format') || value.format !== BUNDLE_FORMAT) {
    problems.add('file', t`not a Spanmark bundle: it seems to be ${seemsToBe(value)}`);
    return;
  }
  const version = Object.hasOwn(value, 'version') ? value.version : undefined;
  const message = problemWithVersion(version);
  if (message !== undefined) problems.add('version', message);
}

function problemWithVersion(version: unknown): string | undefined {
  if (version === undefined) return t`the bundle does not say its version`;
  if (typeof version !== 'number' || !Number.isInteger(version)) {
    return t`the version must be a whole number, not ${valueInWords(version)}`;
  }
  if (version >= 1 && version <= BUNDLE_VERSION) return undefined;
  if (version < 1) return t`there is no version ${version} of the format: versions start at 1`;
  return t`made by a newer Spanmark (version ${version}); this one reads up to ${BUNDLE_VERSION}: reload the page to update, or export again with an older Spanmark`;
}

function seemsToBe(value: unknown): string {
  if (Array.isArray(value)) {
    const tool = toolOf(value[0]);
    return tool ?? (value.length === 0 ? t`an empty list` : t`a list of something else`);
  }
  if (isObject(value)) return toolOf(value) ?? describeObject(value);
  if (value === null) return t`the single value null`;
  return SINGLE[typeof value] ?? typeof value;
}

const SINGLE: Readonly<Partial<Record<string, string>>> = {
  string: t`a single string`,
  number: t`a single number`,
  boolean: t`a single boolean`,
};

function toolOf(value: unknown): string | undefined {
  if (!isObject(value)) return undefined;
  return OTHER_TOOLS.find(({ names }) => names.every((name) => Object.hasOwn(value, name)))?.tool;
}

function describeObject(value: Record<string, unknown>): string {
  if (Object.hasOwn(value, 'format') && typeof value.format === 'string') return t`${quoted(value.format)} data`;
  const names = Object.keys(value).slice(0, 4);
  return names.length === 0 ? t`an empty object` : t`an object with ${withCommas(names.map((name) => quoted(name)))}`;
}
