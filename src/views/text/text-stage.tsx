import '#ui/tokens.css';
import { DEFAULT_LABEL_SET } from '#core/labels/default-label-set.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type LabelSet } from '#core/labels/label-set.ts';
import { type TextRange } from '#core/text/range.ts';
import { compareSpans, type Span, type SpanId } from '#core/spans/span.ts';
import { type Paragraph, paragraphsOf } from '#core/text/paragraphs.ts';
import { type ReactNode, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import { vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { ArticleText, type ArticleTextHandle } from './article-text.tsx';
import { type TextRoom } from './block-content.ts';
import { type ShownLink } from './link-arrows.tsx';
import type { TellEdges } from './tell-edges.ts';
import { type TextEvents } from './text-events.ts';
import { blockAt, layOut, type TextLayout } from './text-layout.ts';
import { blockElement } from './text-position.ts';
import { type ShownSelection } from './use-shown-selection.ts';

/** What a test of the text may set; all but the text has a default. */
interface Scene {
  readonly text: string;
  readonly spans?: readonly Span[];
  readonly labelSet?: LabelSet;
  readonly language?: string;
  readonly selection?: ShownSelection | undefined;
  readonly selected?: Span | undefined;
  readonly links?: readonly ShownLink[];
  readonly besides?: readonly TextRange[];
  readonly editable?: boolean;
  readonly reveal?: number;
  readonly bar?: ReactNode;
  readonly room?: TextRoom | undefined;
  readonly tell?: TellEdges | undefined;
  readonly over?: ReactNode;
  /** Of the column that holds the text, in pixels. */
  readonly width?: number;
}

/**
 * Draws a text as the annotate screen does, between a title and a footer, for tests. Like the app's state it shows what
 * the pointer selected. `change` draws at once.
 */
export async function stageText(scene: Scene) {
  const store = sceneStore(scene);
  const events = {
    onSelect: vi.fn<TextEvents['onSelect']>((selection) => store.set({ selection })),
    onClickAt: vi.fn<TextEvents['onClickAt']>((at) => store.set({ selection: { anchor: at, head: at } })),
    onAddFragment: vi.fn<TextEvents['onAddFragment']>(),
    onMoveBoundary: vi.fn<TextEvents['onMoveBoundary']>(),
  };
  const handle: { current: ArticleTextHandle | null } = { current: null };
  // The text of the test before is gone, but how far it was scrolled is not.
  scrollTo(0, 0);
  // As in a window that is being used; the frame of a test seldom has the focus.
  vi.spyOn(document, 'hasFocus').mockReturnValue(true);
  await render(<Staged store={store} events={events} handle={handle} />);
  await nextFrame();
  const container = document.querySelector<HTMLElement>('[data-text]')!;
  return {
    container,
    events,
    /** The keyboard's view of the text. */
    get handle(): ArticleTextHandle {
      return handle.current!;
    },
    get layout(): TextLayout {
      return store.get().layout;
    },
    change: (next: Partial<Scene>) => {
      flushSync(() => {
        store.set(next);
      });
    },
    paragraph: (index: number) => blockElement(container, store.get().layout, index)!,
    /** A point of the viewport in the left part of the character at the offset. */
    pointAt: (offset: number): Point => {
      const { left, top, width, height } = characterRect(container, store.get().layout, offset);
      return { x: left + Math.min(2, width / 4), y: top + height / 2 };
    },
    /** The lines of a paragraph on the screen, told by the height of its characters and nothing of ours. */
    linesOf: (index: number): readonly TextRange[] => linesOf(container, store.get().layout, index),
  };
}

export type Stage = Awaited<ReturnType<typeof stageText>>;

/** A place in the viewport. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Until the browser has drawn a frame: before its first one a section is not laid out and no point of it can be hit. */
export async function nextFrame(): Promise<void> {
  for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
}

/** A span of the label on each of the quotes, which follow one another in the text. */
export function spanOn(text: string, label: string, ...quotes: readonly string[]): Span {
  let searchFrom = 0;
  const ranges = quotes.map((quote) => {
    const from = text.indexOf(quote, searchFrom);
    if (from < 0) throw new Error(`“${quote}” is not in the text`);
    searchFrom = from + quote.length;
    return { from, to: searchFrom };
  });
  return spanOver(label, ...ranges);
}

/** A span of the label over these ranges; its id says which. */
export function spanOver(label: string, ...ranges: readonly TextRange[]): Span {
  return {
    id: `${label} ${ranges.map(({ from, to }) => `${from}-${to}`).join(' ')}` as SpanId,
    label: label as LabelId,
    ranges,
    attributes: [],
    note: '',
    origin: 'hand',
    createdAt: '2024-06-17T08:00:00.000Z',
    changedAt: '2024-06-17T08:00:00.000Z',
  };
}

/** The rectangle of one character, wherever its text node lies. */
export function characterRect(container: HTMLElement, layout: TextLayout, offset: number): DOMRect {
  const index = blockAt(layout, offset);
  const element = blockElement(container, layout, index)!;
  let left = offset - layout.blocks[index]!.from;
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const { length } = node as Text;
    if (left < length) {
      range.setStart(node, left);
      range.setEnd(node, left + 1);
      return range.getClientRects()[0]!;
    }
    left -= length;
  }
  throw new Error(`there is no character at ${offset}`);
}

/** What there need not be. */
type Unset = 'selection' | 'selected' | 'room' | 'tell';

interface FullScene extends Omit<Required<Scene>, Unset> {
  readonly selection: ShownSelection | undefined;
  readonly selected: Span | undefined;
  readonly room: TextRoom | undefined;
  readonly tell: TellEdges | undefined;
  readonly paragraphs: readonly Paragraph[];
  readonly layout: TextLayout;
}

const EMPTY = {
  spans: [],
  labelSet: DEFAULT_LABEL_SET,
  language: 'en',
  selection: undefined,
  selected: undefined,
  links: [],
  besides: [],
  editable: true,
  reveal: 0,
  bar: undefined,
  room: undefined,
  tell: undefined,
  over: undefined,
  width: 640,
};

function sceneStore(scene: Scene) {
  const listeners = new Set<() => void>();
  let current = derive({ ...EMPTY, ...scene }, undefined);
  return {
    get: () => current,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set: (next: Partial<Scene>): void => {
      current = derive({ ...current, ...next }, current);
      for (const listener of listeners) listener();
    },
  };
}

/** Spans are in reading order, as those of a layer are, and what derives from the text changes with it alone. */
function derive(
  scene: Omit<Required<Scene>, Unset> & Pick<FullScene, Unset>,
  before: FullScene | undefined,
): FullScene {
  const spans = scene.spans === before?.spans ? before.spans : scene.spans.toSorted(compareSpans);
  if (scene.text === before?.text) return { ...scene, spans, paragraphs: before.paragraphs, layout: before.layout };
  const paragraphs = paragraphsOf(scene.text);
  return { ...scene, spans, paragraphs, layout: layOut(scene.text, paragraphs) };
}

const TITLE = 'The title';
const AFTER = 'What comes after the text';

interface StagedProps {
  readonly store: ReturnType<typeof sceneStore>;
  readonly events: TextEvents;
  readonly handle: { current: ArticleTextHandle | null };
}

function Staged({ store, events, handle }: StagedProps) {
  const { width, layout: _, ...scene } = useSyncExternalStore(store.subscribe, store.get);
  return (
    <div style={{ width }}>
      <h1 id="title">{TITLE}</h1>
      <ArticleText {...scene} {...events} titleId="title" ref={handle} />
      <footer>{AFTER}</footer>
    </div>
  );
}

function linesOf(container: HTMLElement, layout: TextLayout, index: number): readonly TextRange[] {
  const { from, to } = layout.blocks[index]!;
  const lines: { from: number; to: number }[] = [];
  let bottom = -Infinity;
  for (let offset = from; offset < to; offset += 1) {
    const rect = characterRect(container, layout, offset);
    if (rect.top >= bottom - 2) {
      lines.push({ from: offset, to: offset + 1 });
      bottom = rect.bottom;
    } else lines.at(-1)!.to = offset + 1;
  }
  return lines.length > 0 ? lines : [{ from, to }];
}
