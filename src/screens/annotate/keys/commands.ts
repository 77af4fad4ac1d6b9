import { APP_COMMANDS } from '#state/keys/app-commands.ts';
import { type CommandAbout } from '#state/keys/command.ts';
import { CARET_KEYS } from './caret-keys.ts';
import { type KeyCommand } from './key-command.ts';
import { SPAN_KEYS } from './span-keys.ts';
import { WORK_KEYS } from './work-keys.ts';

/** Every command of the annotate screen, in the order in which those that share a chord are tried. */
export const ANNOTATE_COMMANDS: readonly KeyCommand[] = [...SPAN_KEYS, ...CARET_KEYS, ...WORK_KEYS];

/** Every command that has keys on this screen: its own and those of every screen. No two may have the same key. */
export const COMMANDS: readonly CommandAbout[] = [...ANNOTATE_COMMANDS, ...APP_COMMANDS];
