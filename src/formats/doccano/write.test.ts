import { describe, expect, test } from 'vitest';
import { oneLayerExample } from '#formats/exchange/example.arbitrary.ts';
import { written } from '#formats/exchange/written.arbitrary.ts';
import { createDoccanoWriter } from './write.ts';

const ABOUT = { article: 'article-1', title: 'Ann Lee', source: '', date: '2024-06-17', language: 'en' };

describe('the two forms', () => {
  test('labels are lists of start, end and label in UTF-16 code units, and links are reported as lost', () => {
    const { files, losses } = written(createDoccanoWriter, [oneLayerExample()], { variant: 'label', unit: 'utf-16' });
    expect([...files.keys()]).toEqual(['ann1.jsonl']);
    expect(JSON.parse(files.get('ann1.jsonl')!)).toEqual({
      text: oneLayerExample().article.text,
      label: [
        [0, 7, 'QUOTE'],
        [13, 20, 'ENTITY'],
        [17, 20, 'ENTITY'],
        [24, 35, 'CLAIM'],
        [30, 35, 'CLAIM'],
        [41, 43, 'CLAIM'],
      ],
      ...ABOUT,
      annotator: 'ann1',
      annotator_name: 'ann1',
      status: 'done',
      offset_unit: 'utf-16',
    });
    expect(losses.map(({ reason, spanId, linkId }) => [reason, spanId ?? linkId])).toEqual([
      ['astral-offset-ambiguous', undefined],
      ['discontinuous-split', 's5'],
      ['link-dropped', 'l1'],
    ]);
  });

  test('entities have whole numbers as ids, which relations name; offsets are in code points where they are asked for', () => {
    const { files } = written(createDoccanoWriter, [oneLayerExample()], { variant: 'entities', unit: 'code-point' });
    const record = JSON.parse(files.get('ann1.jsonl')!) as Record<string, readonly unknown[]>;
    expect(record['entities']!.slice(0, 2)).toEqual([
      { id: 1, label: 'QUOTE', start_offset: 0, end_offset: 6 },
      { id: 2, label: 'ENTITY', start_offset: 12, end_offset: 19 },
    ]);
    expect(record['relations']).toEqual([{ id: 1, from_id: 1, to_id: 2, type: 'speaker' }]);
    expect(record['offset_unit']).toBe('code-point');
  });
});

test('every article is one line without a byte order mark, whatever line separators its text has', () => {
  const example = oneLayerExample();
  const article = { ...example.article, text: 'a\u2028b\u0085c\r\nd\u2029' };
  const { files } = written(createDoccanoWriter, [{ ...example, article, layers: [] }]);
  const content = files.get('unannotated.jsonl')!;
  expect(content).toMatch(/^\{[^\n\r\u2028\u2029\u0085]*\}\n$/);
});

test('annotators have a file each, with a name that every file system takes', () => {
  const example = oneLayerExample();
  const layers = ['Ann/../B', 'ann1'].map((id) => ({ ...example.layers[0]!, annotatorId: id as never }));
  const { files } = written(createDoccanoWriter, [{ ...example, layers, split: 'dev' }]);
  expect([...files.keys()]).toEqual(['dev/Ann_x2F__x2E__x2E__x2F_B.jsonl', 'dev/ann1.jsonl']);
});
