import { type TextRange } from '#core/text/range.ts';
import { type GroupMarkKind } from '#views/review/kind-icon.tsx';
import { type GroupScene, type Lane, type ThinLane } from './group-scene.ts';
import { type TextLayout } from './text-layout.ts';
import { type Box, caretBox, outlineOf } from './text-geometry.ts';

/** Below its words, a lane takes so many pixels. */
export const LANE = 17;
/** And a thin one so many. */
const THIN_LANE = 6;
/** From the foot of the words to the first lane: underlines and brackets lie there. */
const GAP = 9;
/** A letter with its shape in a badge, and one of its words' characters. */
const PERSON_WIDTH = 23;
const CHARACTER_WIDTH = 6.6;

interface Placed {
  readonly key: string;
  readonly box: Box;
}

/** Where everything of a scene stands, relative to the corner of the text. */
export interface DrawnGroups {
  readonly outlines: readonly (Placed & {
    readonly kind: GroupMarkKind;
    readonly around: number;
    readonly isCurrent: boolean;
  })[];
  readonly pips: readonly {
    readonly key: string;
    readonly kind: GroupMarkKind;
    readonly top: number;
    /** How many others are on the same line before it. */
    readonly place: number;
    /** True for the one that its line has where there is room for one only: the current one, or the first that is open. */
    readonly isFirst: boolean;
    readonly isCurrent: boolean;
  }[];
  readonly core: readonly Placed[];
  readonly contested: readonly Placed[];
  readonly edges: readonly (Placed & { readonly votes: number })[];
  readonly bars: readonly (Placed & { readonly lane: Lane; readonly isStart: boolean; readonly isEnd: boolean })[];
  readonly badges: readonly {
    readonly key: string;
    readonly left: number;
    readonly top: number;
    readonly lane: Lane;
  }[];
  readonly thin: readonly (Placed & Pick<ThinLane, 'tone'>)[];
  readonly heat: readonly (Placed & { readonly share: number })[];
}

export const NOTHING_DRAWN: DrawnGroups = {
  outlines: [],
  pips: [],
  core: [],
  contested: [],
  edges: [],
  bars: [],
  badges: [],
  thin: [],
  heat: [],
};

/** The room that lanes need below each of their lines, in pixels; undefined where there are none. */
export function roomFor({ lanes, thin }: GroupScene): number | undefined {
  if (lanes.length > 0) return lanes.length * LANE + 4;
  const rows = thin.reduce((most, { row }) => Math.max(most, row + 1), 0);
  return rows > 0 ? rows * THIN_LANE + 2 : undefined;
}

/** Measures where a scene stands. What is far from the viewport must not be in it, since it would have to be laid out. */
export function measureGroups(container: HTMLElement, layout: TextLayout, scene: GroupScene): DrawnGroups {
  const boxes = (ranges: readonly TextRange[]): readonly Box[] =>
    ranges.flatMap((range) => outlineOf(container, layout, range));
  const placed = (name: string, ranges: readonly TextRange[]): readonly Placed[] =>
    boxes(ranges).map((box, index) => ({ key: `${name} ${index}`, box }));
  const marks = scene.marks.map((mark) => ({ mark, boxes: boxes(mark.ranges) }));
  return {
    // The current one lies over all others.
    outlines: marks
      .toSorted(currentLast)
      .flatMap(({ mark: { id, kind, around, isCurrent }, boxes: lines }) =>
        (kind === 'decided' || kind === 'left-out') && !isCurrent
          ? []
          : lines.map((box, index) => ({ key: `${id} ${index}`, box, kind, around, isCurrent })),
      ),
    pips: pipsOf(marks),
    core: placed('core', scene.core),
    contested: placed('contested', scene.contested),
    edges: scene.edges.flatMap(({ at, votes }) => {
      const box = caretBox(container, layout, at);
      return box ? [{ key: `edge ${at}`, box, votes }] : [];
    }),
    ...lanesOf(container, scene.lanes, boxes),
    thin: scene.thin.flatMap(({ key, ranges, tone, row }) =>
      boxes(ranges).map(({ left, top, width, height }, index) => ({
        key: `${key} ${index}`,
        tone,
        box: { left, top: top + height + GAP - 3 + row * THIN_LANE, width, height: 3 },
      })),
    ),
    heat: scene.heat.flatMap((heat) =>
      placed(`heat ${heat.from}`, [heat]).map((each) => ({ ...each, share: heat.share })),
    ),
  };
}

interface Marked {
  readonly mark: GroupScene['marks'][number];
  readonly boxes: readonly Box[];
}

function currentLast(a: Marked, b: Marked): number {
  return Number(a.mark.isCurrent) - Number(b.mark.isCurrent);
}

type Pip = DrawnGroups['pips'][number];

function pipsOf(marks: readonly Marked[]): readonly Pip[] {
  const pips: Omit<Pip, 'isFirst'>[] = [];
  const lines: (typeof pips)[] = [];
  for (const { mark, boxes } of marks) {
    const [box] = boxes;
    if (!box) continue;
    const top = box.top + box.height / 2;
    const known = lines.find(([other]) => Math.abs(other!.top - top) < box.height / 2);
    const pip = { key: mark.id, kind: mark.kind, top, place: known?.length ?? 0, isCurrent: mark.isCurrent };
    pips.push(pip);
    if (known) known.push(pip);
    else lines.push([pip]);
  }
  const first = new Set(lines.map((line) => line.find(isCurrentPip) ?? line.find(isOpenPip) ?? line[0]));
  return pips.map((pip) => ({ ...pip, isFirst: first.has(pip) }));
}

function isCurrentPip({ isCurrent }: Pick<Pip, 'isCurrent'>): boolean {
  return isCurrent;
}

function isOpenPip({ kind }: Pick<Pip, 'kind'>): boolean {
  return kind !== 'decided' && kind !== 'left-out' && kind !== 'added';
}

function lanesOf(
  container: HTMLElement,
  lanes: readonly Lane[],
  boxesOf: (ranges: readonly TextRange[]) => readonly Box[],
): Pick<DrawnGroups, 'bars' | 'badges'> {
  if (lanes.length === 0) return { bars: [], badges: [] };
  const isRightToLeft = getComputedStyle(container).direction === 'rtl';
  const { clientWidth } = container;
  const bars: DrawnGroups['bars'][number][] = [];
  const badges: DrawnGroups['badges'][number][] = [];
  for (const [row, lane] of lanes.entries()) {
    const lines = boxesOf(lane.ranges);
    for (const [index, { left, top, width, height }] of lines.entries()) {
      bars.push({
        key: `${lane.key} ${index}`,
        lane,
        isStart: index === 0,
        isEnd: index === lines.length - 1,
        box: { left, top: top + height + GAP + row * LANE + 4, width, height: 4 },
      });
    }
    const last = lines.at(-1);
    if (!last) continue;
    const width = lane.people.length * PERSON_WIDTH + lane.note.length * CHARACTER_WIDTH + 8;
    // Behind its end or, where a line has no room left there, before its start.
    const [right, before] = [last.left + last.width + 5, last.left - width - 5];
    const [wanted, other] = isRightToLeft ? [before, right] : [right, before];
    const fits = (left: number): boolean => left >= 0 && left + width <= clientWidth;
    const left = fits(wanted) ? wanted : fits(other) ? other : Math.max(0, clientWidth - width);
    badges.push({ key: `${lane.key} badge`, lane, left, top: last.top + last.height + GAP + row * LANE - 2 });
  }
  return { bars, badges };
}
