import { CARET_KEYS } from './caret-keys.ts';
import { type KeyCommand } from './key-command.ts';
import { SPAN_KEYS } from './span-keys.ts';
import { WORK_KEYS } from './work-keys.ts';

/** Every command of the annotate screen, in the order in which those that share a chord are tried. */
export const ANNOTATE_COMMANDS: readonly KeyCommand[] = [...SPAN_KEYS, ...CARET_KEYS, ...WORK_KEYS];
