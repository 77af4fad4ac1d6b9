import { type LabelSet } from '#core/labels/label-set.ts';
import { type Annotator, type Article, type Layer } from '#core/project/project.ts';
import { dateAttribute } from './when.ts';
import { xmlAttribute, xmlText } from './xml-text.ts';

/** What `ana` and `who` point to: names that XML allows for ids, numbered, since ours may hold anything. */
export interface Names {
  readonly label: (id: string) => string;
  readonly linkType: (id: string) => string;
  readonly annotator: (id: string) => string;
}

/** Names for what a project has; what it does not have gets the next number when it is first asked for. */
export function namesFor({ labels, linkTypes }: LabelSet, annotators: readonly Annotator[]): Names {
  return {
    label: numbered('label', labels),
    linkType: numbered('link-type', linkTypes),
    annotator: numbered('annotator', annotators),
  };
}

function numbered(kind: string, items: readonly { readonly id: string }[]): (id: string) => string {
  const known = new Map(items.map(({ id }, index) => [id, `${kind}-${index + 1}`]));
  return (id) => {
    const name = known.get(id) ?? `${kind}-${known.size + 1}`;
    known.set(id, name);
    return name;
  };
}

/**
 * The header of an article: its title and where it is from, who annotated, what labels and types of links mean, its
 * language, and how far each annotator is. `n` holds ids as they are in the project.
 */
export function teiHeader(
  article: Article,
  layers: readonly Layer[],
  {
    labelSet,
    annotators,
    names,
  }: { readonly labelSet: LabelSet; readonly annotators: readonly Annotator[]; readonly names: Names },
): string {
  const { title, author, source, date, language, id } = article;
  const writer = author === '' ? '' : `<author>${xmlText(author)}</author>`;
  return `<teiHeader>
<fileDesc>
<titleStmt><title>${xmlText(title)}</title>${writer}${annotators.map((each) => responsibility(each, names)).join('')}</titleStmt>
<publicationStmt><p>Offsets of string-range count Unicode code points of the element with the id “txt”.</p><ab type="sha256">${id}</ab></publicationStmt>
<sourceDesc><bibl><title>${xmlText(title)}</title>${writer}<note type="source">${xmlText(source)}</note>${dateElement(date)}</bibl></sourceDesc>
</fileDesc>
${classes(labelSet, names)}<profileDesc><langUsage><language ident="${xmlAttribute(language)}">${xmlText(language)}</language></langUsage></profileDesc>${revisions(layers, names)}
</teiHeader>`;
}

function responsibility({ id, name }: Annotator, names: Names): string {
  return `<respStmt xml:id="${names.annotator(id)}" n="${xmlAttribute(id)}"><resp>annotator</resp><name>${xmlText(name)}</name></respStmt>`;
}

function dateElement(date: string): string {
  return date === '' ? '' : `<date${dateAttribute(date)}>${xmlText(date)}</date>`;
}

/** TEI wants no list without items. */
function classes({ labels, linkTypes }: LabelSet, names: Names): string {
  const lists = [
    taxonomy(
      'labels',
      labels.map((label) => category(names.label(label.id), label)),
    ),
    taxonomy(
      'links',
      linkTypes.map((type) => category(names.linkType(type.id), type)),
    ),
  ].join('');
  return lists === '' ? '' : `<encodingDesc><classDecl>${lists}\n</classDecl></encodingDesc>\n`;
}

function taxonomy(name: string, categories: readonly string[]): string {
  return categories.length === 0 ? '' : `\n<taxonomy n="${name}">${categories.join('')}\n</taxonomy>`;
}

function category(
  name: string,
  { id, name: words, description }: { readonly id: string; readonly name: string; readonly description: string },
): string {
  return `\n<category xml:id="${name}" n="${xmlAttribute(id)}"><catDesc><term>${xmlText(words)}</term> ${xmlText(description)}</catDesc></category>`;
}

function revisions(layers: readonly Layer[], names: Names): string {
  if (layers.length === 0) return '';
  const changes = layers.map(({ annotatorId, status, changedAt }) => {
    return `<change who="#${names.annotator(annotatorId)}" status="${status}"${dateAttribute(changedAt)}/>`;
  });
  return `\n<revisionDesc>${changes.join('')}</revisionDesc>`;
}
