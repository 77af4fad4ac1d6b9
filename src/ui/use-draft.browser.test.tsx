import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { createOpenDrafts, OpenDraftsContext, useHasOpenDrafts } from './open-drafts.ts';
import { useDraft } from './use-draft.ts';

function Field({ save }: { readonly save: (text: string) => void }) {
  const draft = useDraft('', save);
  return (
    <input
      aria-label="Field"
      value={draft.value}
      onChange={(event) => {
        draft.type(event.target.value);
      }}
      onBlur={draft.leave}
    />
  );
}

function Status() {
  return <p>{useHasOpenDrafts() ? 'typing' : 'all handed on'}</p>;
}

test('what is typed counts as open until it was handed on, which the app can ask for at once', async () => {
  const saved: string[] = [];
  const drafts = createOpenDrafts();
  const screen = await render(
    <OpenDraftsContext value={drafts}>
      <Field save={(text) => saved.push(text)} />
      <Status />
    </OpenDraftsContext>,
  );
  await expect.element(screen.getByText('all handed on')).toBeVisible();
  const seen: boolean[] = [];
  drafts.subscribe(() => seen.push(drafts.hasAny()));
  await userEvent.type(screen.getByRole('textbox'), 'a');
  expect(seen[0]).toBe(true);
  await expect.poll(() => saved).toEqual(['a']);
  await expect.element(screen.getByText('all handed on')).toBeVisible();
  await userEvent.type(screen.getByRole('textbox'), 'b');
  drafts.saveAll();
  expect(saved.at(-1)).toBe('ab');
  expect(drafts.hasAny()).toBe(false);
});
