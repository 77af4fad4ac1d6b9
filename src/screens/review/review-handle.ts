import { type LabelId } from '#core/labels/label-id.ts';
import { keysInUse } from '#state/keys/choices.ts';
import { type CommandAbout, keysText } from '#state/keys/command.ts';
import { useStores } from '#state/react.tsx';
import { type Ref, useImperativeHandle } from 'react';
import { isSelecting } from './keys/is-selecting.ts';
import { type ReviewContext } from './keys/review-command.ts';
import { ALL_REVIEW_COMMANDS, REVIEW_COMMANDS } from './keys/review-commands.ts';

/** What the palette needs of this screen. Nothing is offered and nothing happens while no article is open. */
export interface ReviewHandle {
  /** The commands that can be done now, with their keys as people read them. */
  readonly offered: () => readonly { readonly command: CommandAbout; readonly keys: string }[];
  /** True where there are words that a label can be given to. */
  readonly canTag: () => boolean;
  readonly focusText: () => void;
  readonly run: (id: string) => void;
  /** Puts the selected words into gold with this label, or gives it to what is being changed. */
  readonly tag: (label: LabelId) => void;
}

/** Gives the palette what it needs of the screen. */
export function useReviewHandle(ref: Ref<ReviewHandle> | undefined, context: () => ReviewContext | undefined): void {
  const { keys } = useStores();
  useImperativeHandle(ref, () => ({
    offered: () => {
      const now = context();
      if (!now) return [];
      const used = keysInUse(ALL_REVIEW_COMMANDS, keys.getState().choices);
      return REVIEW_COMMANDS.filter(({ isOffered }) => isOffered?.(now) ?? false).map((command) => ({
        command,
        keys: keysText(command, used.get(command.id)),
      }));
    },
    canTag: () => {
      const state = context()?.state;
      return state !== undefined && (state.draft !== undefined || isSelecting(state));
    },
    focusText: () => context()?.view.focus(),
    run: (id) => {
      const now = context();
      if (now) REVIEW_COMMANDS.find((command) => command.id === id)?.run(now, '');
    },
    tag: (label) => {
      const state = context()?.state;
      if (state?.draft) state.relabelDraft(label);
      else state?.add(label);
    },
  }));
}
