import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { ProblemList } from './problem-list.tsx';

const TWO = [1, 2].map((row) => ({ place: `row ${row}`, message: 'the row has no text: left out' }));

test('says how many more problems there are than it lists, also where those are not known one by one', async () => {
  const screen = await render(<ProblemList problems={TWO} />);
  await expect.element(screen.getByRole('listitem')).toHaveLength(2);
  await screen.rerender(<ProblemList problems={TWO} count={261} />);
  await expect.element(screen.getByRole('listitem').last()).toHaveTextContent('and 259 problems more');
});

test('names places in a file, and not the file itself', async () => {
  const whole = { place: 'file', message: 'the PDF is locked' };
  const screen = await render(<ProblemList problems={[whole, ...TWO]} />);
  await expect.element(screen.getByRole('listitem').first()).toHaveTextContent(/^\s*the PDF is locked$/);
  await expect.element(screen.getByRole('listitem').last()).toHaveTextContent('row 2 the row has no text: left out');
});
