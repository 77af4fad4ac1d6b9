import { type LabelSet } from '#core/labels/label-set.ts';
import { escapeOne, escapeText, unescapeText } from '#formats/exchange/safe-name.ts';
import { originalName, safeName } from '#formats/xml/safe-names.ts';

/** The root of our files, by which they are known: MedTator keeps it when it saves them. */
export const ROOT = 'SPANMARK';

/** Attributes that the schema does not have. MedTator keeps them for spans. */
export const ID = '_id';
export const CREATED = '_created';
export const CHANGED = '_changed';
/** Names, with spaces between them, of the attributes that hold several values. */
export const SEVERAL = '_several';
/** In front of an attribute's name: where the words of its value are. */
export const SPANS_OF = '_spans_';
/** The attribute of the schema that a span's note is in. */
export const NOTE = 'note';

const LINK = 'link_';
/** Words that MedTator looks for in a schema or a file, whatever element they belong to. */
const RESERVED_TAGS = new Set(['ENTITY', 'ELEMENT', 'ATTLIST', 'TEXT', 'TAGS', 'META', ROOT]);
const RESERVED_ATTRIBUTES = new Set(['id', 'tag', 'text', 'spans', 'start', 'end', NOTE]);

/** The name of a label's tag. */
export function labelTag(id: string): string {
  return withoutEmpty(safeName(id, (name) => RESERVED_TAGS.has(name) || name.startsWith(LINK)));
}

/** The label whose tag has the name. */
export function labelOfTag(tag: string): string {
  return originalName(tag);
}

/** The name of a link type's tag, which is another one than that of a label with the same id. */
export function linkTag({ labels }: LabelSet, id: string): string {
  const tag = withoutEmpty(safeName(id, (name) => RESERVED_TAGS.has(name)));
  return tag.startsWith(LINK) || labels.some((label) => labelTag(label.id) === tag) ? LINK + tag : tag;
}

/** The link type whose tag has the name. */
export function linkTypeOfTag(tag: string): string {
  return originalName(tag.startsWith(LINK) ? tag.slice(LINK.length) : tag);
}

/** The name of the attribute that a value is in. MedTator takes names that end with ID or Text for ends of links. */
export function attributeName(id: string): string {
  const name = safeName(id, (each) => RESERVED_ATTRIBUTES.has(each.toLowerCase()));
  const last = /(?:ID|Text)$/.test(name) ? name.at(-1)! : '';
  return last === '' ? name : name.slice(0, -1) + escapeOne(last);
}

/** The attribute that is written by the name. */
export function attributeOfName(name: string): string {
  return originalName(name);
}

/** The id of a value as the list of a schema can have it: letters, digits and underscores. */
export function valueName(id: string): string {
  return escapeText(id, /[^A-Za-z0-9_-]/gu);
}

/** Free words, so that unescapeValue gives them back although it is meant for names of values. */
export function escapeWords(words: string): string {
  return words.replaceAll(/_(?=x[0-9A-F]{1,6}_)/g, '_x5F_');
}

/** What valueName or escapeWords was given. */
export function unescapeValue(value: string): string {
  return unescapeText(value);
}

/**
 * What MedTator puts in front of numbers for ids of each tag: as many letters of its name as make it different from all
 * before. Shorter names must come first, or MedTator never finds one.
 */
export function idPrefixes(tags: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(
    tags.map((tag) => {
      let length = 1;
      while (taken.has(tag.slice(0, length)) && length < tag.length) length += 1;
      taken.add(tag.slice(0, length));
      return [tag, tag.slice(0, length)] as const;
    }),
  );
}

/** The tags of labels and link types, shorter names first. */
export function tagsOf(labelSet: LabelSet): readonly string[] {
  const { labels, linkTypes } = labelSet;
  const tags = [...labels.map(({ id }) => labelTag(id)), ...linkTypes.map(({ id }) => linkTag(labelSet, id))];
  return tags.toSorted((a, b) => a.length - b.length);
}

/** MedTator takes a tag for that of a link where its line in the schema holds EMPTY, be it in the name. */
function withoutEmpty(tag: string): string {
  return tag.replaceAll('EMPTY', `E${escapeOne('M')}PTY`);
}
