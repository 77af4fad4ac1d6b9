import { expect, test } from 'vitest';
import { type Annotator, type AnnotatorId } from '#core/project/project.ts';
import { nameAnnotators } from './name-annotators.ts';

const ADA: Annotator = { id: 'a1' as AnnotatorId, name: 'Ada' };

test.each([
  ['somebody known by the id, whatever the file calls them', ['a1', 'Bo'], ADA],
  ['a new annotator with the name that is told beside the id', ['b1', 'Bo'], { id: 'b1', name: 'Bo' }],
  ['somebody else where only the name is the same', ['b1', 'Ada'], { id: 'b1', name: 'Ada' }],
  ['somebody else where the id is the name of another', ['ada', 'Bo'], { id: 'ada', name: 'Bo' }],
  ['somebody known by the name where the file tells nothing else', ['ADA', ''], ADA],
  ['a new annotator called by the id where the name is white space', ['b1', ' '], { id: 'b1', name: 'b1' }],
] as const)('a name in a file is %s', (_, [written, told], expected) => {
  expect(nameAnnotators([ADA])(written, false, told)).toEqual(expected);
});
