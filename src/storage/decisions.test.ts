import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { followRule } from '#core/labels/follow-rule.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type LinkTypeId } from '#core/labels/link-type.ts';
import { type AnnotatorId, type ArticleId } from '#core/project/project.ts';
import { acceptProposal, reject, withdraw } from '#core/review/decide.ts';
import { type Decision } from '#core/review/decision.ts';
import { ARTICLE, deciding, groupsById, layerOf, linkTo, proposedIn } from '#core/review/review.arbitrary.ts';
import { type Message, type Thread } from '#core/review/thread.ts';
import { span } from '#core/spans/spans.arbitrary.ts';
import { sampleBundle } from '#formats/native/sample-bundle.ts';
import { appendDecisions, loadAllDecisions, loadDecisions } from './decisions.ts';
import { commitLabelChange } from './label-changes.ts';
import { addProject } from './projects.ts';
import { loadReviews, removeReview, saveReview } from './reviews.ts';
import { type GroupId } from './rows.ts';
import { KEY } from './steps.arbitrary.ts';
import { dump, failEveryWrite, openTestDisk } from './test-database.arbitrary.ts';
import { loadAllThreads, loadThreads, saveThread } from './threads.ts';

const PROJECT = { ...sampleBundle().project, id: KEY.projectId };
const OTHER = 'other article' as ArticleId;
const LAYERS = [
  layerOf('A', [span('s', [[0, 9]]), span('t', [[20, 30]])], [linkTo('s', 't')]),
  layerOf('B', [span('s', [[0, 9]])]),
];
const [S, T] = groupsById(LAYERS);

function decided(id: string, articleId: ArticleId = ARTICLE): Decision {
  return acceptProposal([S!], proposedIn(S!)[0]!, deciding(id, LAYERS, [], { articleId }));
}

describe('the review log of an article', () => {
  test('is numbered without gaps for each article, in the order given', async () => {
    const { database } = await openTestDisk();
    await appendDecisions(database, PROJECT.id, [decided('d1')]);
    const some = [decided('o1', OTHER), reject([T!], deciding('d2', LAYERS, [])), decided('o2', OTHER)];
    expect([...(await appendDecisions(database, PROJECT.id, some))]).toEqual([
      [OTHER, 2],
      [ARTICLE, 2],
    ]);
    const log = await loadDecisions(database, PROJECT.id, ARTICLE);
    expect(log).toEqual({ decisions: [decided('d1'), some[1]], number: 2 });
    const all = await loadAllDecisions(database, PROJECT.id);
    expect([...all]).toEqual([
      [ARTICLE, log],
      [OTHER, { decisions: [some[0], some[2]], number: 2 }],
    ]);
    expect(await loadDecisions(database, PROJECT.id, 'none' as ArticleId)).toEqual({ decisions: [], number: 0 });
  });

  test('of another project is not read', async () => {
    const { database } = await openTestDisk();
    await appendDecisions(database, 'p0' as typeof PROJECT.id, [decided('d1')]);
    await appendDecisions(database, 'p2' as typeof PROJECT.id, [decided('d1')]);
    expect((await loadAllDecisions(database, PROJECT.id)).size).toBe(0);
  });

  test('is read in bulk however long it is', async () => {
    const { database } = await openTestDisk();
    const many = Array.from({ length: 1203 }, (_, index) => decided(`d${index}`));
    await appendDecisions(database, PROJECT.id, many);
    const { decisions, number } = (await loadAllDecisions(database, PROJECT.id)).get(ARTICLE)!;
    expect([decisions.length, number, decisions.at(-1)?.id]).toEqual([1203, 1203, 'd1202']);
  });

  test('refuses a decision of somebody who has not seen the last one, and writes nothing of the whole batch', async () => {
    const { database } = await openTestDisk();
    await appendDecisions(database, PROJECT.id, [decided('d1')], new Map([[ARTICLE, 0]]));
    const before = await dump(database);
    const late = appendDecisions(
      database,
      PROJECT.id,
      [decided('o1', OTHER), decided('d2')],
      new Map([
        [OTHER, 0],
        [ARTICLE, 0],
      ]),
    );
    await expect(late).rejects.toMatchObject({ problem: 'conflict' });
    expect(await dump(database)).toEqual(before);
  });

  test('gets a batch over several articles whole or not at all, whichever write fails', async () => {
    const { failures, writes } = await failEveryWrite(
      async (database) => {
        await appendDecisions(database, PROJECT.id, [decided('d1')]);
        await saveReview(database, finished(ARTICLE));
      },
      (database) => appendDecisions(database, PROJECT.id, [decided('d2'), decided('o1', OTHER)]),
    );
    expect(writes).toBe(2);
    for (const { error, before, after } of failures) {
      expect(error).toMatchObject({ problem: 'full' });
      expect(after).toEqual(before);
    }
  });

  test('follows a change of the label set as layers do, and stays as it is on the disk', async () => {
    const { database } = await openTestDisk();
    await addProject(database, PROJECT, '');
    const log = [decided('d1'), withdraw(['d0' as Decision['id']], deciding('d2', LAYERS, []))];
    await appendDecisions(database, PROJECT.id, log);
    const before = await database.decisions.toArray();
    const merge = followRule(PROJECT.labelSet, { kind: 'label', from: 'entity' as LabelId, to: 'claim' as LabelId });
    await commitLabelChange(
      database,
      PROJECT,
      {
        at: '2024-07-01T09:00:00.000Z',
        by: KEY.annotatorId,
        text: 'Merged.',
        before: PROJECT.labelSet,
        after: merge.after,
        rules: [...merge.rules, { kind: 'link-type', from: 'speaker' as LinkTypeId, to: null }],
        group: 'g' as GroupId,
      },
      [],
    );
    const { decisions } = await loadDecisions(database, PROJECT.id, ARTICLE);
    expect(decisions[0]!.covers.map(({ label }) => label)).toEqual(['claim', 'claim']);
    expect(decisions[0]!.spans.map(({ label, links }) => [label, links])).toEqual([['claim', []]]);
    expect(decisions[1]).toEqual(log[1]);
    expect((await loadAllDecisions(database, PROJECT.id)).get(ARTICLE)!.decisions).toEqual(decisions);
    expect(await database.decisions.toArray()).toEqual(before);
  });
});

function finished(articleId: ArticleId) {
  return { projectId: PROJECT.id, articleId, finishedAt: '2024-06-20T09:00:00.000Z', by: 'ada' as AnnotatorId };
}

describe('an article that was called finished', () => {
  test('is listed until it is opened again or somebody decides about it', async () => {
    const { database } = await openTestDisk();
    for (const id of ['third' as ArticleId, OTHER, ARTICLE]) await saveReview(database, finished(id));
    await saveReview(database, { ...finished(ARTICLE), projectId: 'p2' as typeof PROJECT.id });
    expect((await loadReviews(database, PROJECT.id)).map(({ articleId }) => articleId)).toEqual([
      ARTICLE,
      OTHER,
      'third',
    ]);
    await removeReview(database, finished(OTHER));
    await appendDecisions(database, PROJECT.id, [decided('d1')]);
    expect(await loadReviews(database, PROJECT.id)).toEqual([finished('third' as ArticleId)]);
  });
});

function message(id: string, at: string): Message {
  return { id: id as Message['id'], by: 'ada' as AnnotatorId, at, body: `Message ${id}.` };
}

describe('a thread', () => {
  const thread: Thread = {
    id: 't1' as Thread['id'],
    articleId: ARTICLE,
    spans: [],
    range: undefined,
    quote: '',
    isGuidelineQuestion: false,
    isResolved: false,
    changedAt: '2024-06-17T09:00:00Z',
    messages: [message('m1', '2024-06-17T09:00:00Z')],
  };

  test('is read for its article and with all of its project', async () => {
    const { database } = await openTestDisk();
    const other = { ...thread, articleId: OTHER, range: { from: 1, to: 3 }, quote: 'ab' };
    await saveThread(database, PROJECT.id, other);
    await saveThread(database, PROJECT.id, thread);
    await saveThread(database, 'p2' as typeof PROJECT.id, thread);
    expect(await loadThreads(database, PROJECT.id, ARTICLE)).toEqual([thread]);
    expect(await loadAllThreads(database, PROJECT.id)).toEqual([thread, other]);
  });

  test('keeps what two tabs wrote, in the order of time, and the state that was set last', async () => {
    const { database } = await openTestDisk();
    await saveThread(database, PROJECT.id, thread);
    const late = message('m0', '2024-06-17T09:20:00.5Z');
    const here = { ...thread, messages: [...thread.messages, late] };
    const there = {
      ...thread,
      isResolved: true,
      changedAt: '2024-06-17T09:20:00.25Z',
      messages: [...thread.messages, message('m2', '2024-06-17T09:20:00Z')],
    };
    await saveThread(database, PROJECT.id, there);
    const saved = await saveThread(database, PROJECT.id, here);
    expect(saved.messages.map(({ id }) => id)).toEqual(['m1', 'm2', 'm0']);
    expect(saved).toMatchObject({ isResolved: true, changedAt: there.changedAt });
    expect(await loadThreads(database, PROJECT.id, ARTICLE)).toEqual([saved]);
  });
});
