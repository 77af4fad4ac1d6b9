import { smallProject } from '../small-project.ts';
import { expect, expectNoViolations, test } from '../test.ts';

interface Loose {
  readonly articles: readonly { readonly id: string; readonly title: string }[];
  readonly layers: readonly {
    readonly annotatorId: string;
    readonly spans: readonly { readonly label: string; readonly ranges: readonly unknown[] }[];
  }[];
}

/** The small project after a review: the name in “Ferry talks” was accepted as a claim, the other article not looked at. */
function reviewedProject(): string {
  const bundle = JSON.parse(smallProject()) as Loose;
  const article = bundle.articles.find(({ title }) => title === 'Ferry talks')!;
  const span = bundle.layers.flatMap(({ spans }) => spans).at(-1)! as unknown as Record<string, unknown>;
  const { id: spanId, ranges, attributes } = span;
  const ref = { annotatorId: 'ada', spanId };
  const decision = {
    articleId: article.id,
    id: 'd1',
    at: '2024-06-18T09:30:00.000Z',
    by: 'ada',
    verdict: 'adjust',
    covers: [{ ...ref, label: 'entity', ranges, attributes }],
    inputs: [{ annotatorId: 'ada', digest: '0123456789abcdef' }],
    spans: [{ id: 'd1-1', label: 'claim', ranges, attributes: [], note: '', from: [ref], links: [] }],
    reasons: ['label-confusion'],
    comment: '',
    isBlind: true,
    policy: null,
    batch: '',
    supersedes: [],
  };
  return JSON.stringify({ ...bundle, version: 3, decisions: [decision], threads: [] });
}

test('gold is exported in the place of everyone’s annotations, of articles whose review is done', async ({
  page,
  importing,
  exporting,
}) => {
  const file = { name: 'reviewed.json', mimeType: 'application/json', buffer: Buffer.from(reviewedProject()) };
  await importing.choose(file);
  await expect(page.getByText('1 decision added')).toBeVisible();
  await importing.import();
  await exporting.open();

  const whose = page.getByRole('combobox', { name: 'Annotations of' });
  await whose.selectOption('gold, from the review');
  await expect(page.getByText(/left out: their review is not done/)).toBeVisible();
  await expectNoViolations(page);
  const gold = JSON.parse((await exporting.download()).json) as Loose;
  expect(gold.articles.map(({ title }) => title)).toEqual(['Ferry talks']);
  expect(gold.layers.map(({ annotatorId, spans }) => [annotatorId, spans.map(({ label }) => label)])).toEqual([
    ['gold', ['claim']],
  ]);

  await exporting.format.selectOption('Hugging Face JSONL');
  await expect(exporting.tally).toContainText('Claim');
  await expect(exporting.tally).not.toContainText('Entity');

  await exporting.format.selectOption('Spanmark bundle (JSON)');
  await whose.selectOption('chosen annotators');
  await expectNoViolations(page);
  const ada = JSON.parse((await exporting.download()).json) as Loose & { readonly decisions: readonly unknown[] };
  expect([ada.layers.length, ada.decisions.length]).toEqual([2, 0]);
  await page.getByRole('checkbox', { name: 'Ada' }).click();
  await expect(page.getByText('Tick at least one annotator.')).toBeVisible();
});
