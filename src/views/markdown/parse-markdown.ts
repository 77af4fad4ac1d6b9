import { fromMarkdown } from 'mdast-util-from-markdown';

/** Any part of a parsed text. */
export type MarkdownNode = ReturnType<typeof fromMarkdown>['children'][number];

/** In UTF-16 code units. The parser needs about a second for so much of what it likes least. */
const LONGEST = 50_000;
/** Block quotes and lists in each other. */
const DEEPEST = 100;
/** Signs in one block that may begin or end emphasis, or a link: the parser tries each with each. */
const MOST_SIGNS = 1_000;

/**
 * The parts of a text in Markdown as CommonMark has it, or undefined where parsing it could take so long that the page would
 * stand still. Where a block has very many signs for emphasis or links, those stay as they are written.
 */
export function parseMarkdown(text: string): readonly MarkdownNode[] | undefined {
  if (text.length > LONGEST || deepestLine(text) > DEEPEST) return undefined;
  const blocks = text.split(/\n[ \t]*\n/);
  const left = [
    ...(hasMany(blocks, /[*_]/g) ? ['attention'] : []),
    ...(hasMany(blocks, /[[\]]/g) ? ['labelStartLink', 'labelStartImage', 'labelEnd'] : []),
  ];
  return fromMarkdown(text, { extensions: [{ disable: { null: left } }] }).children;
}

function hasMany(blocks: readonly string[], sign: RegExp): boolean {
  return blocks.some((block) => (block.match(sign)?.length ?? 0) > MOST_SIGNS);
}

/** How many block quotes and lists a line could be in, by the signs it starts with and by how far it is indented. */
function deepestLine(text: string): number {
  let deepest = 0;
  for (const line of text.split('\n')) {
    const [start] = /^(?:[ \t]|>|[-+*]|\d{1,9}[.)])*/.exec(line)!;
    const signs = start.match(/[>+*.)-]/g)?.length ?? 0;
    const indents = start.match(/[ \t]/g)?.length ?? 0;
    deepest = Math.max(deepest, signs, indents / 2);
  }
  return deepest;
}
