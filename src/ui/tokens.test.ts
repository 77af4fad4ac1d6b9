import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { TONES } from '#core/labels/label-set.ts';

const CSS = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');

/** A colour as red, green and blue from 0 to 255. */
type Colour = readonly [number, number, number];

/** How the page looks: in which of the two values of a colour, and with which blocks of tokens.css. */
interface Look {
  readonly name: string;
  readonly isDark: boolean;
  readonly isStrong: boolean;
}

const LOOKS: readonly Look[] = [false, true].flatMap((isStrong) =>
  [false, true].map((isDark) => ({
    name: `${isStrong ? 'high contrast, ' : ''}${isDark ? 'dark' : 'light'}`,
    isDark,
    isStrong,
  })),
);

const ROOT = ':root';
const STRONG = ":root:is([data-theme='contrast'], [data-more-contrast])";

/** What is read on what, besides labels. */
const TEXT: readonly (readonly [string, string])[] = [
  ...['ink', 'mute', 'accent', 'danger', 'good'].flatMap((ink) =>
    ['page', 'panel'].map((ground) => [ink, ground] as const),
  ),
  ['on-accent', 'accent'],
  ['ink', 'accent-tint'],
  ['accent', 'accent-tint'],
  ['ink', 'selection'],
  ['ink', 'danger-tint'],
  ['ink', 'warn-tint'],
];

/** What must be seen to be used: borders of fields, the ring of the focus, the caret. */
const PARTS: readonly (readonly [string, string])[] = ['control-line', 'accent'].flatMap((part) =>
  ['page', 'panel'].map((ground) => [part, ground] as const),
);

describe.each(LOOKS)('in $name', (look) => {
  const root = new Map([...blockOf(ROOT), ...(look.isStrong ? blockOf(STRONG) : [])]);
  const colour = (name: string): Colour => colourIn(root, name, look);

  test.each(TEXT)(`%s on %s can be read`, (ink, ground) => {
    expect(contrast(colour(ink), colour(ground))).toBeGreaterThanOrEqual(look.isStrong ? 7 : 4.5);
  });

  test.each(PARTS)('%s on %s can be seen', (part, ground) => {
    expect(contrast(colour(part), colour(ground))).toBeGreaterThanOrEqual(3);
  });

  test.each(TONES)('the text under labels in %s can be read, and their lines can be seen', (tone) => {
    const own = `[data-tone='${tone}']`;
    const tones = new Map([...blockOf(own), ...(look.isStrong ? blockOf(`${STRONG} ${own}`) : [])]);
    const line = colourIn(tones, 'tone-line', look);
    // As block-content.module.css mixes them, over the tint of a bracket around it, the darkest that there is.
    const inner = mixed(line, colourIn(tones, 'tone-tint', look), 0.14);
    const grounds = [
      ...['tone-fill', 'tone-fill-inner', 'tone-tint'].map((name) => colourIn(tones, name, look)),
      inner,
    ];
    for (const ground of grounds) {
      expect(contrast(colour('ink'), ground)).toBeGreaterThanOrEqual(look.isStrong ? 7 : 4.5);
    }
    for (const ground of ['page', 'panel']) expect(contrast(line, colour(ground))).toBeGreaterThanOrEqual(3);
  });
});

/** The custom properties of the first block with this selector; none where there is no such block. */
function blockOf(selector: string): ReadonlyMap<string, string> {
  const at = CSS.indexOf(`  ${selector} {`);
  if (at < 0) return new Map();
  const block = CSS.slice(at, CSS.indexOf('}', at));
  return new Map([...block.matchAll(/--([\w-]+): ([^;]+);/g)].map(([, name, value]) => [name!, value!]));
}

function colourIn(tokens: ReadonlyMap<string, string>, name: string, { isDark }: Look): Colour {
  const hex = /^light-dark\(#(\w{6}), #(\w{6})\)$/.exec(tokens.get(name) ?? '')?.[isDark ? 2 : 1];
  if (hex === undefined) throw new RangeError(`there is no colour --${name}`);
  const [red, green, blue] = [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return [red!, green!, blue!];
}

function mixed(one: Colour, other: Colour, share: number): Colour {
  const [red, green, blue] = one.map((part, index) => part * share + other[index]! * (1 - share));
  return [red!, green!, blue!];
}

/** The contrast ratio of WCAG 2.2, from 1 to 21. */
function contrast(one: Colour, other: Colour): number {
  const [dark, light] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

function luminance(colour: Colour): number {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
