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
