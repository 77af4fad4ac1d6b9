import { t } from '#language/t.ts';
import { ANNOTATE_COMMANDS, COMMANDS } from '#screens/annotate/keys/commands.ts';
import { type AnnotateHandle } from '#screens/annotate/annotate-screen.tsx';
// Only its type: the screen itself comes later.
import type { ReviewHandle } from '#screens/review/review-handle.ts';
import { type KeyContext } from '#screens/annotate/keys/key-command.ts';
import { type AppCommandId, APP_COMMANDS } from '#state/keys/app-commands.ts';
import { keysInUse } from '#state/keys/choices.ts';
import { type CommandAbout, keysText } from '#state/keys/command.ts';
import { type Stores, useStores } from '#state/react.tsx';
import { type ComponentType, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { ASIDE_SCREENS, SCREENS } from '#app/screens.ts';
// Only types: what there is to choose is put together where it is drawn.
import type { PaletteAct, PaletteParts, PaletteProps } from './palette-entries.ts';

interface OpenPalette {
  readonly Palette: ComponentType<PaletteProps>;
  readonly parts: PaletteParts;
}

/** The screens with a text whose commands are offered, each while it is there. */
interface TextScreens {
  readonly annotate: RefObject<AnnotateHandle | null>;
  readonly review: RefObject<ReviewHandle | null>;
}

/**
 * The palette, and how it is opened. It lists what can be done at that moment. What was chosen is done after it has closed;
 * what acts on the text has the text focused first.
 */
export function usePalette(
  { annotate, review }: TextScreens,
  runs: Readonly<Record<Exclude<AppCommandId, 'open-palette'>, () => void>>,
): { readonly open: () => void; readonly palette: ReactNode } {
  const stores = useStores();
  const [shown, setShown] = useState<OpenPalette>();
  const chosen = useRef<PaletteAct>(undefined);
  const context = (): KeyContext | undefined => annotate.current?.context();
  const run = useRef<(act: PaletteAct) => void>(undefined);
  useEffect(() => {
    run.current = (act) => {
      if (act.kind === 'go') location.hash = act.address;
      else if (act.kind === 'command' && isRunHere(act.id)) runs[act.id]();
      else if (review.current) runInReview(act, review.current);
      else runInText(act, context);
    };
  });
  useEffect(() => {
    const act = chosen.current;
    chosen.current = undefined;
    if (!shown && act) run.current?.(act);
  }, [shown]);
  // Fetched ahead and shown at once, so that what is typed right after the key goes into the palette.
  const loaded = useRef<ComponentType<PaletteProps>>(undefined);
  useEffect(() => {
    void loadPalette().then((Palette) => {
      loaded.current = Palette;
    });
  }, []);
  const show = (Palette: ComponentType<PaletteProps>): void => {
    flushSync(() => {
      setShown({ Palette, parts: partsNow(stores, context(), review.current) });
    });
  };
  const open = async (): Promise<void> => {
    if (loaded.current) return show(loaded.current);
    const Palette = await loadPalette();
    if (Palette) show(Palette);
    else stores.annotate.getState().say(t`The palette could not be loaded. Reload the page to try again.`);
  };
  const palette = shown && (
    <shown.Palette
      parts={shown.parts}
      onClose={() => {
        setShown(undefined);
      }}
      onChoose={(act) => {
        chosen.current = act;
        setShown(undefined);
      }}
    />
  );
  return { open: () => void open(), palette };
}

/** True for a command that there is on every screen. */
function isRunHere(id: string): id is Exclude<AppCommandId, 'open-palette'> {
  return id !== 'open-palette' && APP_COMMANDS.some((command) => command.id === id);
}

/** Loaded apart from the app's first chunk; nothing where the file cannot be had. */
async function loadPalette(): Promise<ComponentType<PaletteProps> | undefined> {
  try {
    return (await import('./palette.tsx')).Palette;
  } catch {
    return undefined;
  }
}

function runInReview(act: PaletteAct, review: ReviewHandle): void {
  review.focusText();
  if (act.kind === 'label') review.tag(act.id);
  if (act.kind === 'command') review.run(act.id);
}

function runInText(act: PaletteAct, context: () => KeyContext | undefined): void {
  context()?.view.focus();
  const now = context();
  if (!now) return;
  if (act.kind === 'label') now.state.applyLabel(act.id);
  if (act.kind === 'command') ANNOTATE_COMMANDS.find(({ id }) => id === act.id)?.run(now, '');
}

function partsNow(
  { keys, session, library }: Stores,
  context: KeyContext | undefined,
  review: ReviewHandle | null,
): PaletteParts {
  const used = keysInUse(COMMANDS, keys.getState().choices);
  const offered: readonly CommandAbout[] = [
    ...ANNOTATE_COMMANDS.filter(({ isOffered }) => context !== undefined && (isOffered?.(context) ?? false)),
    ...APP_COMMANDS.filter(({ id }) => id !== 'open-palette'),
  ];
  const state = context?.state;
  const canAnnotate = state?.permission === 'write' && (state.selection ?? state.selectedId) !== undefined;
  const canTag = canAnnotate || (review?.canTag() ?? false);
  return {
    commands: [
      ...(review?.offered() ?? []),
      ...offered.map((command) => ({ command, keys: keysText(command, used.get(command.id)) })),
    ],
    labels: canTag ? session.getState().project.labelSet.labels : [],
    screens: [...SCREENS, ...ASIDE_SCREENS],
    articles: library.getState().present(),
    recent: session.getState().recentArticleIds,
  };
}
