import '#ui/tokens.css';
import { languageChoice } from '#state/language-choice.ts';
import { afterEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { LanguageSection } from './language-section.tsx';

afterEach(() => {
  localStorage.clear();
  vi.restoreAllMocks();
});

test('a language is taken when the button says so, not while the keys go through the list', async () => {
  const reload = vi.fn(() => Promise.resolve(true));
  const screen = await render(<LanguageSection onReload={reload} />);
  const button = screen.getByRole('button', { name: 'Use it' });
  await expect.element(button).toHaveAttribute('aria-disabled', 'true');
  await button.click({ force: true });
  await screen.getByLabelText('Language of the screens').selectOptions('العربية');
  expect(reload).not.toHaveBeenCalled();
  expect(languageChoice()).toBe('browser');
  await button.click();
  await expect.poll(() => reload.mock.calls).toHaveLength(1);
  expect(languageChoice()).toBe('ar');
});

test('where something is not saved the language stays, and the reason is told', async () => {
  const screen = await render(<LanguageSection onReload={() => Promise.resolve(false)} />);
  await screen.getByLabelText('Language of the screens').selectOptions('Deutsch');
  await screen.getByRole('button', { name: 'Use it' }).click();
  await expect.element(screen.getByText('The last change is not saved yet')).toBeVisible();
  expect(languageChoice()).toBe('browser');
});

test('a language whose texts cannot be loaded is not taken, and the reason is told', async () => {
  const reload = vi.fn(() => Promise.resolve(true));
  const screen = await render(<LanguageSection onReload={reload} hasTexts={() => Promise.resolve(false)} />);
  await screen.getByLabelText('Language of the screens').selectOptions('Deutsch');
  await screen.getByRole('button', { name: 'Use it' }).click();
  await expect.element(screen.getByText('The texts of this language could not be loaded')).toBeVisible();
  expect(reload).not.toHaveBeenCalled();
  expect(languageChoice()).toBe('browser');
});

test('a browser that keeps nothing is told of', async () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('no', 'SecurityError');
  });
  const reload = vi.fn(() => Promise.resolve(true));
  const screen = await render(<LanguageSection onReload={reload} />);
  await screen.getByLabelText('Language of the screens').selectOptions('Deutsch');
  await screen.getByRole('button', { name: 'Use it' }).click();
  await expect.element(screen.getByText('This browser keeps no settings for this page')).toBeVisible();
  expect(reload).not.toHaveBeenCalled();
});
