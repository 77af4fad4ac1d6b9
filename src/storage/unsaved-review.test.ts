import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { withdraw } from '#core/review/decide.ts';
import { deciding } from '#core/review/review.arbitrary.ts';
import { appendDecisions } from './decisions.ts';
import { loadReviews } from './reviews.ts';
import { KEY } from './steps.arbitrary.ts';
import { openTestDisk } from './test-database.arbitrary.ts';
import { restoreReview } from './unsaved-review.ts';

test.each([
  ['whole seconds before it', '2024-06-17T09:00:00Z', '2024-06-17T09:00:00.500Z', 1],
  ['a part of a second after it', '2024-06-17T09:00:00.500Z', '2024-06-17T09:00:00Z', 0],
  ['the same moment, written in another way', '2024-06-17T09:00:00Z', '2024-06-17T09:00:00.000Z', 1],
])(
  'an article called finished stays so by time, not by how it is written: decided %s',
  async (_, at, finishedAt, many) => {
    const { database } = await openTestDisk();
    const decision = { ...withdraw([], deciding('d1', [], [])), at, articleId: KEY.articleId };
    await appendDecisions(database, KEY.projectId, [decision]);
    const row = { projectId: KEY.projectId, articleId: KEY.articleId, finishedAt, by: KEY.annotatorId };
    await restoreReview(database, 'unsaved', { review: [{ kind: 'finish', row }] });
    expect(await loadReviews(database, KEY.projectId)).toHaveLength(many);
  },
);
