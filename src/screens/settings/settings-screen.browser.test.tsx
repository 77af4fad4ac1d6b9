import '#ui/tokens.css';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { idleStores } from '#state/idle-stores.arbitrary.ts';
import { StoresContext } from '#state/react.tsx';
import { SettingsScreen } from './settings-screen.tsx';

test('what the disk refused is told until it is dismissed, and the focus goes to the screen then', async () => {
  const stores = idleStores();
  stores.session.setState({ failure: 'The disk is full.' });
  const screen = await render(
    <StoresContext value={stores}>
      <SettingsScreen scopes={[]} onReload={() => Promise.resolve(false)} />
    </StoresContext>,
  );
  // Copies have a message of their own: these stores have no database to read any from.
  const told = screen.getByRole('alert').filter({ hasText: 'The disk is full.' });
  await told.getByRole('button', { name: 'Dismiss' }).click();
  await expect.element(told).not.toBeInTheDocument();
  expect(document.activeElement).toBe(document.querySelector('#main'));
});

test('one project can be renamed and not be put away', async () => {
  const stores = idleStores();
  const { project } = stores.session.getState();
  stores.session.setState({ projects: [{ ...project, isAway: false, isInTrash: false }] });
  const screen = await render(
    <StoresContext value={stores}>
      <SettingsScreen scopes={[]} onReload={() => Promise.resolve(false)} />
    </StoresContext>,
  );
  await expect.element(screen.getByLabelText('Name of the project')).toHaveValue('My project');
  await expect.element(screen.getByRole('button', { name: 'New project…' })).toBeVisible();
  expect(screen.getByRole('button', { name: /Put away/ }).query()).toBeNull();
});
