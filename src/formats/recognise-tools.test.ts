import { expect, test } from 'vitest';
import { oneLayerExample } from '#formats/exchange/example.arbitrary.ts';
import { written } from '#formats/exchange/written.arbitrary.ts';
import { type FileHead } from './exchange/format.ts';
import { findFormat } from './registry.ts';

const LONG = 'Words of a long text. '.repeat(400);

test.each(['csv', 'brat', 'label-studio', 'doccano'])(
  'what is written as %s is recognised by its start, however long the text is',
  async (id) => {
    const format = findFormat(id)!;
    const example = oneLayerExample();
    const article = { ...example.article, text: example.article.text + LONG };
    for (const layers of [example.layers, []]) {
      const { files } = written(await format.write!(), [{ ...example, article, layers }]);
      const heads = [...files].map(([path, content]): FileHead => {
        return { path, start: content.slice(0, 4000), isArchive: false };
      });
      const archive = { path: 'a.zip', start: [...files.keys()].join('\n'), isArchive: true };
      expect([...heads, archive].some((head) => format.recognises!(head))).toBe(true);
    }
  },
);

test.each([
  ['doccano', 'all.jsonl', `{"id": 1, "text": "${LONG}`],
  ['doccano', 'a.json', '[{"text": "a b", "labels": [[0, 1, "A"]]}]'],
  ['label-studio', 'a.json', `[{"id":1,"data":{"text":"${LONG}`],
  ['label-studio', 'a.json', '[{"id":1,"annotations":[{"id":2,"completed_by":1,'],
  ['label-studio', 'a-min.json', '[{"text":"a","label":[],"annotator":1,"annotation_id":2,"lead_time":3.4}]'],
  ['brat', 'news/doc.ann', ''],
  ['brat', 'news/doc.a2', ''],
  ['csv', 'a.csv', 'doc,begin,end,type\n'],
  ['csv', 'links.tsv', 'doc\tfrom_id\tto_id\ttype\n'],
])('%s recognises %s', (id, path, start) => {
  expect(findFormat(id)!.recognises!({ path, start: start.slice(0, 4000), isArchive: false })).toBe(true);
});

test.each([
  ['doccano', 'a.jsonl', '{"id":"x","text":"a","spans":[{"id":"s","start":0}]}'],
  ['doccano', 'a.jsonl', '{"text":"a","tokens":[],"spans":[{"start":0,"end":1,"label":"A"}],"answer":"accept"}'],
  ['label-studio', 'a.jsonl', '{"text":"a","label":[[0,1,"A"]]}'],
  ['csv', 'a.csv', 'name,age\n'],
  ['brat', 'a.txt', 'T1\tA 0 1\ta'],
])('%s does not recognise %s with %s', (id, path, start) => {
  expect(findFormat(id)!.recognises!({ path, start, isArchive: false })).toBe(false);
});
