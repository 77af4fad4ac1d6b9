import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { createLossList } from '#formats/exchange/losses.ts';
import { oneLayerExample } from '#formats/exchange/example.arbitrary.ts';
import { written } from '#formats/exchange/written.arbitrary.ts';
import { labellingConfig } from './config.ts';
import { controlNames } from './controls.ts';
import { createLabelStudioWriter } from './write.ts';

test('regions are in code points with their words; attributes are results with the same id, links are relations', () => {
  const { files, losses } = written(createLabelStudioWriter, [oneLayerExample()]);
  expect([...files.keys()]).toEqual(['labelling-config.xml', 'tasks.json']);
  const [task] = JSON.parse(files.get('tasks.json')!) as [Record<string, never>];
  expect(task['data']).toMatchObject({ text: oneLayerExample().article.text, article: 'article-1' });
  const [annotation] = task['annotations'] as unknown as [Record<string, never>];
  expect(annotation).toMatchObject({ completed_by: 1, annotator: 'ann1', was_cancelled: false });
  const results = annotation['result'] as unknown as readonly Record<string, unknown>[];
  const value = { start: 0, end: 6, text: '“Hi 🎉”' };
  expect(results.slice(0, 5)).toMatchObject([
    {
      id: 's1',
      from_name: 'label',
      to_name: 'text',
      type: 'labels',
      value: { ...value, labels: ['QUOTE'] },
      meta: { text: ['a note\non two lines'], stretches: [{ name: 'cue', start: 7, end: 11 }] },
    },
    { id: 's1', from_name: 'QUOTE.cue', type: 'textarea', value: { ...value, text: ['said'] } },
    { id: 's1', from_name: 'QUOTE.direct', type: 'choices', value: { ...value, choices: ['yes'] } },
    { id: 's1', from_name: 'QUOTE.stance', type: 'textarea', value: { ...value, text: ['pro'] } },
    { id: 's2', type: 'labels', value: { start: 12, end: 19, text: 'Ann Lee', labels: ['ENTITY'] } },
  ]);
  expect(results.slice(-3)).toMatchObject([
    { id: 's5', value: { start: 29, end: 34, text: 'Taxes' } },
    { id: 's5~2', value: { start: 40, end: 42, text: '4%' }, meta: { part_of: 's5' } },
    { type: 'relation', from_id: 's1', to_id: 's2', direction: 'right', labels: ['speaker'] },
  ]);
  expect(losses.map(({ reason, spanId }) => [reason, spanId])).toEqual([['discontinuous-split', 's5']]);
});

test('tasks are a JSON list, however many there are', () => {
  for (const count of [0, 1, 3]) {
    const { files } = written(createLabelStudioWriter, Array.from({ length: count }, oneLayerExample));
    expect(JSON.parse(files.get('tasks.json')!)).toHaveLength(count);
  }
});

const ATTRIBUTE = { name: 'Name', description: '', isRequired: false, values: [] };
const VALUES = ['pro', 'con & <x>'].map((id) => ({ id, name: id, key: '' }));
const LABEL_SET = {
  labels: [
    {
      id: 'CLAIM',
      attributes: [
        { ...ATTRIBUTE, id: 'stance', kind: 'choice', values: VALUES },
        { ...ATTRIBUTE, id: 'topics', kind: 'several', values: VALUES },
        { ...ATTRIBUTE, id: 'sure', kind: 'yes-no', isRequired: true },
        { ...ATTRIBUTE, id: 'label', kind: 'number' },
      ],
    },
    {
      id: 'a "b", c\u0001\n',
      attributes: [
        { ...ATTRIBUTE, id: 'sure', kind: 'text' },
        { ...ATTRIBUTE, id: 'cue', kind: 'range' },
      ],
    },
  ],
  linkTypes: [{ id: 'speaker' }],
} as never;

test('the configuration has a control for every attribute, shown for its label alone, and is XML whatever names hold', () => {
  const losses = createLossList();
  const config = labellingConfig(LABEL_SET, controlNames(LABEL_SET), losses);
  const controls: string[] = [];
  const values: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => expect.unreachable(error.message));
  parser.on('opentag', ({ name, attributes }) => {
    const { name: control = '', whenLabelValue = '', choice = '', value = '' } = attributes;
    if (['Labels', 'Choices', 'TextArea', 'Number'].includes(name)) {
      controls.push([name, control, whenLabelValue, choice].join(' ').trim());
    }
    if (['Label', 'Choice', 'Relation'].includes(name)) values.push(value);
  });
  parser.write(config).close();
  expect(controls).toEqual([
    'Labels label',
    'Choices stance CLAIM single',
    'Choices topics CLAIM multiple',
    'Choices CLAIM.sure CLAIM single',
    'Number CLAIM.label CLAIM',
    'TextArea a_x20__x22_b_x22__x2C__x20_c_x1__xA_.sure',
    'TextArea cue',
  ]);
  expect(values).toEqual(['CLAIM', 'a "b", c \n', 'speaker', 'pro', 'con & <x>', 'pro', 'con & <x>', 'yes', 'no']);
  expect(losses.all.map(({ reason }) => reason)).toEqual(['control-character-replaced']);
});
