import { type Chord, chordsOf, isTyped } from './chord.ts';
import { type CommandAbout } from './command.ts';

/** What every command of a screen with a text has to work with. */
interface TextContext {
  readonly view: { readonly hasFocus: () => boolean };
}

/** A command of a screen with its keys, as the key handler, the sheet of keys, the settings and the palette use it. */
export interface ScreenCommand<Context> extends CommandAbout {
  /** True where its keys work only while the text has the focus. */
  readonly inText?: boolean;
  /** True where keys that type nothing, such as F6 or Ctrl+G, work in fields as well. */
  readonly inFields?: boolean;
  /** Tells whether the chord is this command's now; without, it always is. A later command may take what this one leaves. */
  readonly when?: (context: Context, chord: Chord) => boolean;
  /** Tells whether the palette should offer it, for one that is a single act; the keys work in any case. */
  readonly isOffered?: (context: Context) => boolean;
  /** Gives back false where the browser should do what it does anyway. `chord` is the one of `keys` that was pressed. */
  readonly run: (context: Context, chord: Chord) => boolean | void;
}

/** A command and the chord that asks for it. */
export interface FoundCommand<Command> {
  readonly command: Command;
  readonly chord: Chord;
}

/** Where keys mean text, and where they mean a choice: there they are left alone. */
const FIELDS = 'input:not([type="checkbox"]), textarea, select, [contenteditable]';
const CHOICES = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"], [aria-haspopup]';

/** True where a key is nobody's: it composes a character, was taken already, or belongs to a dialog or menu. */
export function isTaken(event: KeyboardEvent): boolean {
  return event.defaultPrevented || event.isComposing || isIn(event, CHOICES);
}

/** True where the key was pressed in a field, to which most keys belong. */
export function isInField(event: KeyboardEvent): boolean {
  return isIn(event, FIELDS);
}

/**
 * The first command that takes the key now, of those in `commands` with the keys in `used`; the likeliest reading of the key
 * comes before the others.
 */
export function findCommand<Context extends TextContext, Command extends ScreenCommand<Context>>(
  event: KeyboardEvent,
  context: Context,
  commands: readonly Command[],
  used: ReadonlyMap<string, readonly Chord[]>,
): FoundCommand<Command> | undefined {
  const isField = isInField(event);
  for (const chord of chordsOf(event)) {
    const command = commands.find(
      ({ id, inText = false, inFields = false, when }) =>
        used.get(id)!.includes(chord) &&
        (!isField || (inFields && !isTyped(chord))) &&
        (!inText || context.view.hasFocus()) &&
        (when?.(context, chord) ?? true),
    );
    if (command) return { command, chord };
  }
  return undefined;
}

/** Enter and the space bar on a focused button, link or checkbox belong to it. */
export function isButtonKey(event: KeyboardEvent): boolean {
  const isPress = (event.key === 'Enter' || event.key === ' ') && !event.ctrlKey && !event.metaKey;
  return isPress && isIn(event, 'button, a[href], summary, input[type="checkbox"]');
}

function isIn(event: KeyboardEvent, places: string): boolean {
  return event.target instanceof Element && event.target.closest(places) !== null;
}
