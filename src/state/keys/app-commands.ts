import { type CommandAbout } from './command.ts';

/** The commands that there are on every screen; the app's shell runs them. */
export const APP_COMMANDS = [
  {
    id: 'open-palette',
    group: 'Everywhere',
    name: 'Commands',
    text: 'Find a command, a label, a screen or an article by its name.',
    keys: ['Mod+K'],
  },
  {
    id: 'show-keys',
    group: 'Everywhere',
    name: 'Keyboard shortcuts',
    text: 'Show these keys.',
    keys: ['?'],
  },
] as const satisfies readonly CommandAbout[];

export type AppCommandId = (typeof APP_COMMANDS)[number]['id'];
