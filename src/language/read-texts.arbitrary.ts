import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { countKey } from './numbers.ts';
import { keyOf } from './t.ts';

const SRC = resolve(import.meta.dirname, '..');

/** Places by what is said there. */
type Places = Map<string, string[]>;

/** What the code says, by what catalogues know it by. */
interface Texts {
  /** Of the tags `t` and `tNodes`. */
  readonly texts: Places;
  /** Of `plural`. */
  readonly counts: Places;
  /** Where a catalogue cannot know what is counted. */
  readonly unreadable: readonly string[];
  /** Words in elements and their attributes that no catalogue is asked about, with their places. */
  readonly bare: readonly string[];
}

/** Every text that the code says, with the places where it is said. */
export function readTexts(): Texts {
  const [texts, counts]: Places[] = [new Map<string, string[]>(), new Map<string, string[]>()];
  const [unreadable, bare]: string[][] = [[], []];
  for (const file of sources()) {
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
    const placeOf = (node: ts.Node) =>
      `${relative(SRC, file)}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
    const note = (places: Places, key: string, node: ts.Node) =>
      places.set(key, [...(places.get(key) ?? []), placeOf(node)]);
    const visit = (node: ts.Node): void => {
      if (ts.isTaggedTemplateExpression(node) && /^(t|tNodes)$/.test(node.tag.getText())) {
        note(texts!, keyOf(partsOf(node.template)), node);
      }
      if (ts.isCallExpression(node) && node.expression.getText() === 'plural') {
        const key = countKeyOf(node.arguments.slice(1));
        if (key === undefined) unreadable!.push(placeOf(node));
        else note(counts!, key, node);
      }
      if (isBare(node)) bare!.push(`${placeOf(node)} ${node.getText().trim()}`);
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return { texts: texts!, counts: counts!, unreadable: unreadable!, bare: bare! };
}

/** The files that are shipped. */
function sources(): readonly string[] {
  return (readdirSync(SRC, { recursive: true }) as string[])
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.|\.arbitrary\.|\.d\.ts$|^language\/|^cli\//.test(name))
    .map((name) => join(SRC, name))
    .sort();
}

function partsOf(template: ts.TemplateLiteral): readonly string[] {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return [template.text];
  return [template.head.text, ...template.templateSpans.map(({ literal }) => literal.text)];
}

function countKeyOf([one, many]: readonly ts.Expression[]): string | undefined {
  const first = wordOf(one);
  const second = many === undefined ? first && `${first}s` : wordOf(many);
  return first === undefined || second === undefined ? undefined : countKey(first, second);
}

function wordOf(node: ts.Expression | undefined): string | undefined {
  return node && ts.isStringLiteralLike(node) ? node.text : undefined;
}

/** Attributes whose words are heard or seen. */
const SHOWN =
  /^(aria-(label|description|roledescription)|title|label|placeholder|alt|lead|caption|heading|legend|summary)$/;
/** Elements whose words are the same in every language. */
const AS_THEY_ARE = /^(code|kbd|pre|samp)$/;

function isBare(node: ts.Node): boolean {
  if (ts.isJsxText(node)) {
    const { parent } = node;
    return (
      /\p{L}{2}/u.test(node.text) &&
      !(ts.isJsxElement(parent) && AS_THEY_ARE.test(parent.openingElement.tagName.getText()))
    );
  }
  if (!ts.isJsxAttribute(node) || !SHOWN.test(node.name.getText())) return false;
  const { initializer } = node;
  const value = initializer && ts.isJsxExpression(initializer) ? initializer.expression : initializer;
  return (
    value !== undefined &&
    (ts.isStringLiteral(value) || ts.isTemplateExpression(value)) &&
    /\p{L}{2}/u.test(ts.isStringLiteral(value) ? value.text : partsOf(value).join(' '))
  );
}
