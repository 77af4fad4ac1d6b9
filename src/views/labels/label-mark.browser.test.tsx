import '#ui/tokens.css';
import { DEFAULT_LABEL_SET } from '#core/labels/default-label-set.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type Channel, type LabelSet } from '#core/labels/label-set.ts';
import { emulateForcedColors } from '#views/text/devtools.ts';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { LabelMark, MarkedLabelSet } from './label-mark.tsx';

async function drawMark(channel: Channel): Promise<HTMLElement> {
  const { container } = await render(<LabelMark label={{ channel, tone: 'teal' }} />);
  return container.firstElementChild as HTMLElement;
}

test('each channel has a shape of its own, which tells it without its colour', async () => {
  const shapes = [];
  for (const channel of ['fill', 'underline', 'bracket'] as const) {
    const style = getComputedStyle(await drawMark(channel));
    const { borderRadius, outlineStyle, borderBottomWidth, borderLeftWidth } = style;
    shapes.push({ borderRadius, outlineStyle, borderBottomWidth, borderLeftWidth });
  }
  expect(shapes).toEqual([
    { borderRadius: '3px', outlineStyle: 'solid', borderBottomWidth: '0px', borderLeftWidth: '0px' },
    { borderRadius: '0px', outlineStyle: 'none', borderBottomWidth: '3px', borderLeftWidth: '0px' },
    { borderRadius: '0px', outlineStyle: 'none', borderBottomWidth: '0px', borderLeftWidth: '4px' },
  ]);
});

test.each(['fill', 'underline', 'bracket'] as const)(
  'all marks have one size, so that names line up (%s)',
  async (channel) => {
    const { width, height } = (await drawMark(channel)).getBoundingClientRect();
    expect([width, height]).toEqual([18, 12]);
  },
);

test('it has the colour of its label', async () => {
  const mark = await drawMark('underline');
  expect(mark.dataset['tone']).toBe('teal');
  expect(getComputedStyle(mark).borderBottomColor).toBe('rgb(15, 118, 110)');
});

test('it is not read out, since the name of the label stands beside it', async () => {
  expect(await drawMark('fill')).toHaveAttribute('aria-hidden', 'true');
});

test('in forced colours labels of one channel have the lines that their spans have', async () => {
  await emulateForcedColors('active');
  const [entity] = DEFAULT_LABEL_SET.labels;
  const labels = ['a', 'b', 'c', 'd'].map((id) => ({ ...entity!, id: id as LabelId }));
  const labelSet: LabelSet = { labels, linkTypes: [] };
  const { container } = await render(
    <MarkedLabelSet value={labelSet}>
      {labels.map((label) => (
        <LabelMark key={label.id} label={label} />
      ))}
    </MarkedLabelSet>,
  );
  const styles = [...container.children].map((mark) => getComputedStyle(mark).outlineStyle);
  await emulateForcedColors('none');
  expect(styles).toEqual(['solid', 'dashed', 'dotted', 'double']);
});
