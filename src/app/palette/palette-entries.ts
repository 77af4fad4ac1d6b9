import { t } from '#language/t.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type Label } from '#core/labels/label-set.ts';
import { type ArticleId } from '#core/project/project.ts';
import { annotateAddress } from '#state/addresses.ts';
import { type CommandAbout } from '#state/keys/command.ts';

/** What choosing an entry does. */
export type PaletteAct =
  | { readonly kind: 'command'; readonly id: string }
  | { readonly kind: 'label'; readonly id: LabelId }
  | { readonly kind: 'go'; readonly address: string };

export type PaletteGroup = 'Commands' | 'Labels' | 'Screens' | 'Articles';

/** A line of the palette. */
export interface PaletteEntry {
  readonly id: string;
  readonly group: PaletteGroup;
  readonly name: string;
  /** Said beside the name in smaller letters, and searched as well. */
  readonly detail: string;
  readonly keys: string;
  readonly act: PaletteAct;
}

/** What draws the palette is given. It lies here so that nothing but the import on demand names the file that draws. */
export interface PaletteProps {
  readonly parts: PaletteParts;
  readonly onClose: () => void;
  readonly onChoose: (act: PaletteAct) => void;
}

/** What the palette is made of, as far as it is there now. */
export interface PaletteParts {
  readonly commands: readonly { readonly command: CommandAbout; readonly keys: string }[];
  readonly labels: readonly Label[];
  readonly screens: readonly { readonly text: string; readonly address: string }[];
  readonly articles: readonly { readonly id: ArticleId; readonly title: string; readonly source: string }[];
  /** Articles that were open before, the last one first; they come before the others. */
  readonly recent: readonly ArticleId[];
}

/** Everything that the palette offers, in the order in which it is shown before anything is typed. */
export function paletteEntries({ commands, labels, screens, articles, recent }: PaletteParts): readonly PaletteEntry[] {
  const place = new Map(recent.map((id, index) => [id, index]));
  const rank = (id: ArticleId): number => place.get(id) ?? recent.length;
  return [
    ...commands.map(({ command: { id, name }, keys }) => {
      return { id: `command ${id}`, group: 'Commands', name, detail: '', keys, act: { kind: 'command', id } } as const;
    }),
    ...labels.map(({ id, name, key }) => {
      const act = { kind: 'label', id } as const;
      return { id: `label ${id}`, group: 'Labels', name: t`Tag as ${name}`, detail: '', keys: key, act } as const;
    }),
    ...screens.map(({ text, address }) => {
      const act = { kind: 'go', address } as const;
      return { id: `screen ${address}`, group: 'Screens', name: t`Go to ${text}`, detail: '', keys: '', act } as const;
    }),
    ...[...articles]
      .sort((one, other) => rank(one.id) - rank(other.id))
      .map(({ id, title, source }) => {
        const act = { kind: 'go', address: annotateAddress(id) } as const;
        return { id: `article ${id}`, group: 'Articles', name: title, detail: source, keys: '', act } as const;
      }),
  ];
}

/** The entries of one group that match, the best first. */
export interface PaletteMatches {
  readonly group: PaletteGroup;
  readonly entries: readonly PaletteEntry[];
}

/**
 * The entries that have every word of the query, by group, at most `most` of each. A word matches best where a word of the
 * entry begins with it, then inside a word, then where its letters come one after the other in a word. Capitals and accents
 * do not count. The group with the best match comes first; what matches equally well stays in order.
 */
export function findEntries(entries: readonly PaletteEntry[], query: string, most: number): readonly PaletteMatches[] {
  const wanted = wordsOf(query);
  const scored = entries
    // Nothing is wanted of the words at first, when there may be many entries.
    .map((entry) => ({
      entry,
      score: wanted.length === 0 ? 1 : scoreOf(wordsOf(`${entry.name} ${entry.detail}`), wanted),
    }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score);
  const groups = new Map<PaletteGroup, PaletteEntry[]>();
  for (const { entry } of scored) {
    const members = groups.get(entry.group) ?? [];
    groups.set(entry.group, members);
    if (members.length < most) members.push(entry);
  }
  return [...groups].map(([group, members]) => ({ group, entries: members }));
}

function scoreOf(words: readonly string[], wanted: readonly string[]): number {
  let sum = 1;
  for (const want of wanted) {
    const best = Math.max(0, ...words.map((word) => wordScore(word, want)));
    if (best === 0) return 0;
    sum += best;
  }
  return sum;
}

function wordScore(word: string, want: string): number {
  if (word === want) return 4;
  if (word.startsWith(want)) return 3;
  if (word.includes(want)) return 2;
  return want.length > 2 && hasInOrder(word, want) ? 1 : 0;
}

/** Tells whether the letters come one after the other in the word, beginning with its first. */
function hasInOrder(word: string, letters: string): boolean {
  let at = 0;
  for (const letter of word) if (letter === letters[at]) at += 1;
  return word[0] === letters[0] && at === letters.length;
}

function wordsOf(text: string): readonly string[] {
  const plain = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}
