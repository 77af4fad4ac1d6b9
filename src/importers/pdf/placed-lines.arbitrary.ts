import { type PlacedPage, type PlacedText } from './placed-text.ts';

/** How lines are set on a page. */
interface Setting {
  readonly left?: number;
  readonly top?: number;
  readonly size?: number;
  /** All lines but the last are stretched to it. */
  readonly width?: number;
}

/** Lines under each other, one text each, ten points high and twelve apart unless it is said otherwise. */
export function setLines(lines: readonly string[], setting: Setting = {}): readonly PlacedText[] {
  const { left = 50, top = 100, size = 10, width } = setting;
  return lines.map((text, index) => ({
    text,
    left,
    right: left + (width !== undefined && index < lines.length - 1 ? width : text.length * size * 0.45),
    baseline: top + index * size * 1.2,
    size,
  }));
}

/** A page of A4 with these texts. */
export function pageOf(label: string, ...texts: readonly (readonly PlacedText[])[]): PlacedPage {
  return { label, height: 842, texts: texts.flat() };
}
