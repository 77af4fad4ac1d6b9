export const THEMES = ['system', 'light', 'dark', 'contrast'] as const;
export type Theme = (typeof THEMES)[number];

export const READING_FONTS = ['serif', 'sans', 'lexend'] as const;
export type ReadingFont = (typeof READING_FONTS)[number];

/** How articles are set: `size` in CSS pixels, `lines` as a multiple of it, `width` in times `size` (half of them is a character). */
export interface TextLook {
  readonly size: number;
  readonly lines: number;
  readonly width: number;
  readonly font: ReadingFont;
}

/** How the app and its texts look, on the screen and on paper. */
export interface Look extends TextLook {
  readonly theme: Theme;
  /** True where a printed article is followed by a list of its spans. */
  readonly printsList: boolean;
  /** True where a screen reader is told in the text where spans start and end. */
  readonly tellsSpans: boolean;
}

/** What each size may be, and the step to the next. */
export const RANGES = {
  size: { least: 14, most: 36, step: 1 },
  lines: { least: 1.4, most: 2.6, step: 0.05 },
  width: { least: 20, most: 60, step: 0.5 },
} as const;

/** As long as nobody has chosen. */
export const STANDARD_LOOK: Look = {
  theme: 'system',
  size: 18,
  lines: 1.85,
  width: 35.5,
  font: 'serif',
  printsList: true,
  tellsSpans: false,
};

/**
 * What was stored as a look, each part that makes no sense replaced by the standard one. `earlierTheme` is what an older
 * Spanmark stored, which knew of nothing but themes.
 */
export function readLook(stored: unknown, earlierTheme: unknown): Look {
  const parts = new Map<string, unknown>(typeof stored === 'object' && stored !== null ? Object.entries(stored) : []);
  const theme = parts.get('theme') ?? earlierTheme;
  return {
    theme: THEMES.find((known) => known === theme) ?? STANDARD_LOOK.theme,
    size: sizeIn('size', parts.get('size')),
    lines: sizeIn('lines', parts.get('lines')),
    width: sizeIn('width', parts.get('width')),
    font: READING_FONTS.find((known) => known === parts.get('font')) ?? STANDARD_LOOK.font,
    printsList: parts.get('printsList') !== false,
    tellsSpans: parts.get('tellsSpans') === true,
  };
}

function sizeIn(name: keyof typeof RANGES, value: unknown): number {
  const { least, most } = RANGES[name];
  return typeof value === 'number' && value >= least && value <= most ? value : STANDARD_LOOK[name];
}
