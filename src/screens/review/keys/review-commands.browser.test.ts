import { expect, test } from 'vitest';
import { keysInUse, NO_CHOICES } from '#state/keys/choices.ts';
import { findCommand } from '#state/keys/find-command.ts';
import { type ReviewContext } from './review-command.ts';
import { ALL_REVIEW_COMMANDS, REVIEW_COMMANDS } from './review-commands.ts';

const USED = keysInUse(ALL_REVIEW_COMMANDS, NO_CHOICES);

/** The command that Shift and a letter ask for while something with the values N and S is changed, or nothing is. */
function asked(key: string, isEditing: boolean): string | undefined {
  const context = {
    state: { draft: isEditing ? {} : undefined },
    view: { hasFocus: () => true },
    hasValue: (letter: string) => isEditing && 'ns'.includes(letter),
  } as unknown as ReviewContext;
  const event = new KeyboardEvent('keydown', { key, shiftKey: key !== 'c' });
  return findCommand(event, context, REVIEW_COMMANDS, USED)?.command.id;
}

test('no command lost a key to another to begin with', () => {
  expect([...USED.values()]).toEqual(ALL_REVIEW_COMMANDS.map(({ keys }) => keys));
});

test.each([
  ['N', 'review-set-value', 'review-previous-open'],
  ['S', 'review-set-value', 'review-whole'],
  ['P', undefined, undefined],
  ['c', 'review-take-words', 'review-comment'],
])('%s is a value’s only while something with such a value is changed', (key, editing, reading) => {
  expect([asked(key, true), asked(key, false)]).toEqual([editing, reading]);
});
