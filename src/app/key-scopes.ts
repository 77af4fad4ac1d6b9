import { COMMANDS } from '#screens/annotate/keys/commands.ts';
import { ALL_REVIEW_COMMANDS } from '#screens/review/keys/review-commands.ts';
import { type CommandAbout } from '#state/keys/command.ts';

/** The commands of each screen with keys, those of every screen included: within a scope no two have the same key. */
export const KEY_SCOPES: readonly (readonly CommandAbout[])[] = [COMMANDS, ALL_REVIEW_COMMANDS];
