import { t } from '#language/t.ts';
import { type CommandAbout } from './command.ts';

/** The commands that there are on every screen; the app's shell runs them. */
export const APP_COMMANDS = [
  {
    id: 'open-palette',
    group: 'Everywhere',
    name: t`Commands`,
    text: t`Find a command, a label, a screen or an article by its name.`,
    keys: ['Mod+K'],
  },
  {
    id: 'show-keys',
    group: 'Everywhere',
    name: t`Keyboard shortcuts`,
    text: t`Show these keys.`,
    keys: ['?'],
  },
  {
    id: 'reading-comfort',
    group: 'Everywhere',
    name: t`Reading: text size, font and colours`,
    text: t`Change the size, the font and the colours of texts. Esc goes back.`,
    keys: ['Alt+R'],
  },
  {
    id: 'tell-spans',
    group: 'Everywhere',
    name: t`Tell a screen reader where spans start and end, or no longer`,
    text: t`Have a screen reader say where each span starts and ends while it reads a text, or no longer.`,
    keys: ['Alt+S'],
  },
] as const satisfies readonly CommandAbout[];

export type AppCommandId = (typeof APP_COMMANDS)[number]['id'];
