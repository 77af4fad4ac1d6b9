import { expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { type CommandAbout } from '#state/keys/command.ts';
import { createKeysStore, type KeysStore } from '#state/keys/keys-store.ts';
import { StoresContext, type Stores } from '#state/react.tsx';
import { openDatabase } from '#storage/database.ts';
import { KeysSection } from './keys-section.tsx';

const COMMANDS: readonly CommandAbout[] = [
  {
    id: 'tag',
    group: 'Tag',
    name: 'Tag',
    text: '',
    keys: ['1', '2'],
    fixed: { shown: '1 to 2', why: 'Digits belong to labels.' },
  },
  { id: 'note', group: 'Tag', name: 'Note', text: '', keys: ['N', 'Enter'] },
  { id: 'undo', group: 'Work', name: 'Undo', text: '', keys: ['Mod+Z'] },
];

async function open(): Promise<KeysStore> {
  const database = await openDatabase(`keys-section-${crypto.randomUUID()}`, () => undefined);
  onTestFinished(() => {
    database.close();
  });
  const keys = createKeysStore({ database });
  await keys.getState().load();
  await render(
    <StoresContext value={{ keys } as unknown as Stores}>
      <KeysSection scopes={[COMMANDS]} />
    </StoresContext>,
  );
  return keys;
}

const change = (name: string) => page.getByRole('button', { name: `Change the key of: ${name}` });
const pressing = (name: string) => page.getByRole('button', { name: `Press the new key for: ${name}` });

/** Sends a key press to whatever has the focus, as keyboards do that this machine does not have. */
function press(key: string, code: string, held: KeyboardEventInit = {}): void {
  const options = { key, code, bubbles: true, cancelable: true, ...held };
  document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', options));
}

test.each<[string, string, string, KeyboardEventInit, string]>([
  ['a letter', 'm', 'KeyM', {}, 'M'],
  ['a letter with ⌘', 'm', 'KeyM', { metaKey: true, shiftKey: true }, 'Mod+Shift+M'],
  ['a letter that Alt turns into a sign', 'µ', 'KeyM', { altKey: true }, 'Alt+M'],
  ['a sign made with AltGr', '@', 'KeyQ', { ctrlKey: true, altKey: true, modifierAltGraph: true }, '@'],
  ['a key with a name', 'F8', 'F8', { shiftKey: true }, 'Shift+F8'],
])('the key that is pressed is taken: %s', async (_, key, code, held, chord) => {
  const keys = await open();
  await change('Undo').click();
  press(key, code, held);
  await expect.element(change('Undo')).toHaveFocus();
  expect(keys.getState().choices).toEqual(new Map([['undo', [chord]]]));
});

test.each<[string, string, string, KeyboardEventInit]>([
  ['a modifier alone', 'Control', 'ControlLeft', { ctrlKey: true }],
  ['a dead key', 'Dead', 'Quote', {}],
  ['part of a composition', 'n', 'KeyN', { isComposing: true }],
  ['a letter with AltGr', 'f', 'KeyF', { ctrlKey: true, altKey: true, modifierAltGraph: true }],
])('the next key is waited for: %s', async (_, key, code, held) => {
  const keys = await open();
  await change('Undo').click();
  press(key, code, held);
  await expect.element(pressing('Undo')).toHaveFocus();
  expect(keys.getState().choices.size).toBe(0);
});

test('Esc cancels, Tab moves on and cancels', async () => {
  const keys = await open();
  await change('Note').click();
  await userEvent.keyboard('{Escape}');
  await expect.element(change('Note')).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(pressing('Note')).toHaveFocus();
  await userEvent.keyboard('{Tab}');
  await expect.element(change('Undo')).toHaveFocus();
  await expect.element(change('Note')).toBeVisible();
  expect(keys.getState().choices.size).toBe(0);
});

test('Enter can be a key, and does not press the button again', async () => {
  const keys = await open();
  await change('Undo').click();
  await userEvent.keyboard('{Enter}');
  await page.getByRole('button', { name: 'Take it' }).click();
  await expect.element(change('Undo')).toHaveFocus();
  expect(keys.getState().choices).toEqual(new Map([['undo', ['Enter']]]));
});

test('keys that belong together say why they stay', async () => {
  await open();
  await expect.element(page.getByRole('row', { name: 'Tag 1 to 2 Digits belong to labels.' })).toBeVisible();
});
