import '#ui/tokens.css';
import { type AnnotatorId, type ArticleId } from '#core/project/project.ts';
import { type MessageId, type Thread, type ThreadId } from '#core/review/thread.ts';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { page, userEvent } from 'vitest/browser';
import { type ThreadContext } from './thread-card.tsx';
import { ThreadForm } from './thread-form.tsx';
import { ThreadList } from './thread-list.tsx';

const AT = '2024-06-17T09:30:00.000Z';

function thread(id: string, change: Partial<Thread> = {}): Thread {
  return {
    id: id as ThreadId,
    articleId: 'a' as ArticleId,
    spans: [],
    range: { from: 0, to: 3 },
    quote: `words of ${id}`,
    isGuidelineQuestion: false,
    isResolved: false,
    changedAt: AT,
    messages: [{ id: 'm' as MessageId, by: 'ada' as AnnotatorId, at: AT, body: `**said** in ${id} <b>so</b>` }],
    ...change,
  };
}

function context() {
  const events = {
    onReply: vi.fn<ThreadContext['onReply']>(() => Promise.resolve(true)),
    onResolve: vi.fn<ThreadContext['onResolve']>(),
    onMark: vi.fn<ThreadContext['onMark']>(),
    onGoTo: vi.fn<NonNullable<ThreadContext['onGoTo']>>(),
  };
  const rest = { nameOf: () => 'Ada', maxLength: 100, under: 2, draftOf: () => ({ text: '', keep: () => undefined }) };
  return { ...events, ...rest };
}

test('a list shows what threads are about and what was said; those that are resolved begin folded', async () => {
  const [open, done] = [thread('one'), thread('two', { isResolved: true, isGuidelineQuestion: true })];
  await render(<ThreadList label="Threads" threads={[open, done]} language="ar" context={context()} />);
  await expect.element(page.getByText('said in one <b>so</b>')).toBeVisible();
  expect(document.querySelector('[data-thread="one"] strong')!.textContent).toBe('said');
  expect(document.querySelector('[data-thread="two"]')!.hasAttribute('open')).toBe(false);
  await expect.element(page.getByText('Guideline question').first()).toBeInTheDocument();
  const quote = document.querySelector('[data-thread="one"] q')!;
  expect([quote.getAttribute('lang'), quote.getAttribute('dir')]).toEqual(['ar', 'rtl']);
});

/** A list whose drafts are kept here. */
function List({ threads, events }: { readonly threads: readonly Thread[]; readonly events: ThreadContext }) {
  const [text, setText] = useState('');
  const draftOf = () => ({ text, keep: setText });
  return <ThreadList label="Threads" threads={threads} language="en" context={{ ...events, draftOf }} />;
}

test('a thread is resolved, marked, answered and gone to by its buttons', async () => {
  const events = context();
  const one = thread('one');
  await render(<List threads={[one]} events={events} />);
  await page.getByRole('button', { name: 'Resolve the thread on “words of one”' }).click();
  expect(events.onResolve).toHaveBeenCalledWith(one, true);
  await page.getByRole('button', { name: 'Guideline question' }).click();
  expect(events.onMark).toHaveBeenCalledWith(one, true);
  await page.getByRole('button', { name: 'Go to “words of one”' }).click();
  expect(events.onGoTo).toHaveBeenCalledWith(one);
  await page.getByRole('textbox', { name: 'Reply' }).fill('Yes.');
  await page.getByRole('button', { name: 'Send' }).click();
  expect(events.onReply).toHaveBeenCalledWith(one, 'Yes.');
});

/** A field whose draft is kept here, as a store does it: gone once the message is sent. */
function Field({ isSaved }: { readonly isSaved: boolean }) {
  const [text, setText] = useState('');
  return (
    <ThreadForm
      label="New thread"
      draft={{ text, keep: setText }}
      maxLength={100}
      sendText="Start"
      onSend={() => {
        if (isSaved) setText('');
        return Promise.resolve(isSaved);
      }}
    />
  );
}

test.each([
  [true, ''],
  [false, 'Half a thought'],
])('what is typed goes with Ctrl and Enter, and stays where it cannot be saved: %s', async (isSaved, left) => {
  await render(<Field isSaved={isSaved} />);
  const field = page.getByRole('textbox', { name: 'New thread' });
  await field.fill('Half a thought');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.element(field).toHaveValue(left);
});

test('an empty message is not sent, and Esc says that the field is left', async () => {
  const [onSend, onEscape] = [vi.fn<() => Promise<boolean>>(() => Promise.resolve(true)), vi.fn<() => void>()];
  const draft = { text: '', keep: () => undefined };
  await render(
    <ThreadForm label="New" draft={draft} maxLength={9} sendText="Start" onSend={onSend} onEscape={onEscape} />,
  );
  await page.getByRole('textbox', { name: 'New' }).fill('  ');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  expect(onSend).not.toHaveBeenCalled();
  await userEvent.keyboard('{Escape}');
  expect(onEscape).toHaveBeenCalledOnce();
});
