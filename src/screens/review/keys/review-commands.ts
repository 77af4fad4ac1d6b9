import { APP_COMMANDS } from '#state/keys/app-commands.ts';
import { type CommandAbout } from '#state/keys/command.ts';
import { EDIT_KEYS } from './edit-keys.ts';
import { GROUP_KEYS } from './group-keys.ts';
import { type ReviewCommand } from './review-command.ts';
import { REVIEW_WORK_KEYS } from './review-work-keys.ts';

/** Every command of the review screen, in the order in which those that share a chord are tried: while something is changed, its keys come first. */
export const REVIEW_COMMANDS: readonly ReviewCommand[] = [...EDIT_KEYS, ...GROUP_KEYS, ...REVIEW_WORK_KEYS];

/** Every command that has keys on this screen: its own and those of every screen. No two may have the same key. */
export const ALL_REVIEW_COMMANDS: readonly CommandAbout[] = [
  ...GROUP_KEYS,
  ...EDIT_KEYS,
  ...REVIEW_WORK_KEYS,
  ...APP_COMMANDS,
];
