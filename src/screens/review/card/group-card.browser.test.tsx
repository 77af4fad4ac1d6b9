import '#ui/tokens.css';
import { beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { alignLayers } from '#core/alignment/align-layers.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type LinkTypeId } from '#core/labels/link-type.ts';
import { type LinkId } from '#core/spans/link.ts';
import { type AnnotatorId, type ArticleId, type Layer } from '#core/project/project.ts';
import { acceptProposal } from '#core/review/decide.ts';
import { type Decision, type DecisionId } from '#core/review/decision.ts';
import { compareSpans, type Span, type SpanId } from '#core/spans/span.ts';
import { paragraphsOf } from '#core/text/paragraphs.ts';
import { type LaterStores } from '#state/later-stores.ts';
import { idleStores } from '#state/idle-stores.arbitrary.ts';
import { StoresContext, type Stores } from '#state/react.tsx';
import { withLog } from '#state/review/committing.ts';
import { GroupCard } from './group-card.tsx';

const TEXT = 'Mayor Ruth Adeyemi told the chamber that one household in three has no car.\n';
const ARTICLE = 'article' as ArticleId;

let stores: Stores & LaterStores;
beforeEach(() => {
  stores = idleStores();
  stores.session.setState({
    annotators: ['ann', 'bo', 'cy', 'rita'].map((id) => ({ id: id as AnnotatorId, name: id.toUpperCase() })),
  });
});

const MAYOR = {
  ann: ['entity: Mayor Ruth Adeyemi'],
  bo: ['entity: Ruth Adeyemi'],
  cy: ['entity: Ruth Adeyemi'],
};

function layerOf(name: string, written: readonly string[]): Layer {
  const spans = written.map((each, index): Span => {
    const [label, words] = each.split(': ') as [string, string];
    const from = TEXT.indexOf(words);
    const at = '2024-06-17T08:00:00.000Z';
    return {
      id: `${name}${index}` as SpanId,
      label: label as LabelId,
      ranges: [{ from, to: from + words.length }],
      attributes: [],
      note: '',
      origin: 'hand',
      createdAt: at,
      changedAt: at,
    };
  });
  const annotatorId = name as AnnotatorId;
  return {
    articleId: ARTICLE,
    annotatorId,
    status: 'done',
    spans: spans.toSorted(compareSpans),
    links: [],
    changedAt: '',
  };
}

/** A speaker from the span with this label to the one with these words. */
function linksOf({ spans }: Layer, speaker: readonly [from: string, words: string] | undefined): Layer['links'] {
  if (!speaker) return [];
  const [label, words] = speaker;
  const from = spans.find((span) => span.label === label)!.id;
  const to = spans.find(({ ranges: [range] }) => TEXT.slice(range!.from, range!.to) === words)!.id;
  const type = 'speaker' as LinkTypeId;
  return [{ id: 'link' as LinkId, type, from, to, origin: 'hand', createdAt: '' }];
}

/** Shows the card of the first group of these layers. */
async function showCard(
  layers: Readonly<Record<string, readonly string[]>>,
  log: readonly Decision[] = [],
  speakers: Readonly<Record<string, readonly [from: string, words: string]>> = {},
) {
  const compared = Object.entries(layers).map(([name, written]) => {
    const layer = layerOf(name, written);
    return { ...layer, links: linksOf(layer, speakers[name]) };
  });
  const article = { ...stores.review.getState().article, id: ARTICLE, text: TEXT, language: 'en' };
  const groups = alignLayers(compared);
  const letters = new Map(compared.map(({ annotatorId }, index) => [annotatorId, 'ABCDEF'[index]!]));
  const shown = { article, groups, layers: compared };
  stores.review.setState({
    ...shown,
    ...withLog(shown, log),
    phase: 'open',
    paragraphs: paragraphsOf(TEXT),
    letters,
  });
  stores.review.getState().goTo(stores.review.getState().items[0]!.id);
  const onReturnToText = vi.fn<() => void>();
  await render(
    <StoresContext value={stores}>
      <GroupCard onReturnToText={onReturnToText} isLow={false} onLower={vi.fn<() => void>()} />
    </StoresContext>,
  );
  return { compared, groups, onReturnToText };
}

function lines(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('ol button')];
}

test('there is a line for each different proposal with who backs it, and always one for leaving it out', async () => {
  await showCard(MAYOR);
  expect(lines().map((line) => line.textContent)).toEqual([
    '1EntityRuth AdeyemiBC2 of 3',
    '2EntityMayor Ruth Adeyemiwith “Mayor” at the startA1 of 3',
    '3Leave out0 of 3',
  ]);
  expect(lines().map((line) => line.ariaPressed)).toEqual(['true', 'false', 'false']);
  expect(lines()[1]!.querySelector('mark')).toHaveTextContent('Mayor');
});

test('where two lines have as many votes none is chosen, and nothing can be accepted', async () => {
  await showCard({ ann: MAYOR.ann, bo: MAYOR.bo });
  expect(lines().map((line) => line.ariaPressed)).toEqual(['false', 'false', 'false']);
  await expect.element(page.getByRole('button', { name: 'Accept' })).toBeDisabled();
});

test('who has nothing there backs leaving it out', async () => {
  await showCard({ ann: MAYOR.ann, bo: [], cy: [] });
  expect(lines().map((line) => line.textContent)).toEqual(['1EntityMayor Ruth AdeyemiA1 of 3', '2Leave outBC2 of 3']);
  expect(lines().map((line) => line.ariaPressed)).toEqual(['false', 'true']);
  // The button that does what Enter does now says so.
  expect(page.getByRole('button', { name: 'Leave out', exact: true }).element().textContent).toBe('Leave outEnterX');
  expect(page.getByRole('button', { name: 'Accept' }).element().textContent).toBe('Accept');
});

test('two labels for the same words are told in words', async () => {
  await showCard({ ann: ['entity: one household'], bo: ['claim: one household'], cy: ['entity: one household'] });
  expect(lines()[1]!.textContent).toContain('Claim instead of Entity');
  expect(document.querySelector('h2')).toHaveTextContent('Label');
});

test('who linked to different spans does not look alike', async () => {
  const both = ['quote: one household in three has no car', 'entity: Mayor Ruth Adeyemi', 'entity: the chamber'];
  await showCard({ ann: both, bo: both }, [], { ann: ['quote', 'Mayor Ruth Adeyemi'], bo: ['quote', 'the chamber'] });
  stores.review.getState().goTo(stores.review.getState().items.at(-1)!.id);
  await expect.element(page.getByText('Speaker: Mayor Ruth Adeyemi', { exact: true })).toBeVisible();
  await expect.element(page.getByText('Speaker: the chamber', { exact: true })).toBeVisible();
  const second = lines()[1]!.textContent;
  expect(second).toMatch(/with Speaker “(the chamber|Mayor Ruth Adeyemi)”, |, with Speaker/);
  expect(second).toContain('without Speaker');
});

test('a click on a line chooses it', async () => {
  await showCard(MAYOR);
  const pressLine = vi.fn<(line: number) => void>();
  stores.review.setState({ pressLine });
  await userEvent.click(lines()[1]!);
  expect(pressLine).toHaveBeenCalledExactlyOnceWith(1);
});

test('while a proposal is changed its label’s values are there to choose', async () => {
  await showCard(MAYOR);
  stores.review.getState().startEditing();
  const person = page.getByRole('group', { name: 'Type' }).getByRole('button', { name: 'Person' });
  await expect.element(person).toHaveAttribute('aria-pressed', 'false');
  await userEvent.click(person);
  await expect.element(person).toHaveAttribute('aria-pressed', 'true');
  await userEvent.fill(page.getByLabelText('Wikidata'), 'Q42');
  await userEvent.keyboard('{Enter}');
  const values = stores.review.getState().draft!.attributes.map(({ id, value }) => [id, value]);
  expect(values).toEqual([
    ['type', 'person'],
    ['wikidata', 'Q42'],
  ]);
  stores.review.getState().relabelDraft('quote' as LabelId);
  await expect.element(page.getByRole('group', { name: 'Form' })).toBeVisible();
  expect(stores.review.getState().draft!.attributes).toEqual([]);
});

test('each group is seen from its first proposal, with what can be done in sight however many there are', async () => {
  const words = ['Mayor Ruth Adeyemi told the chamber', 'Ruth Adeyemi told', 'Adeyemi told', 'Adeyemi told the'];
  const names = ['ann', 'bo', 'cy', 'di'];
  await showCard(
    Object.fromEntries(names.map((name, at) => [name, [`entity: ${words[at]!}`, 'claim: one household in three']])),
  );
  const card = document.querySelector<HTMLElement>('[data-region="card"]')!;
  card.style.maxBlockSize = '400px';
  const accept = page.getByRole('button', { name: 'Leave out', exact: true });
  await expect.element(accept).toBeVisible();
  const foot = accept.element().getBoundingClientRect().bottom;
  expect(foot).toBeLessThanOrEqual(card.getBoundingClientRect().bottom);
  card.scrollTo(0, 200);
  expect(card.scrollTop).toBeGreaterThan(100);
  stores.review.getState().goTo(stores.review.getState().items[1]!.id);
  await expect.poll(() => card.scrollTop).toBe(0);
});

test('names are hidden until they are shown', async () => {
  await showCard(MAYOR);
  expect(document.body.textContent).not.toContain('ANN');
  stores.review.setState({ areNamesShown: true });
  await expect.element(page.getByText('ANN')).toBeVisible();
});

test('what was decided is told with who and when; what has changed since, with a way to keep it', async () => {
  const { compared, groups } = await showCard(MAYOR);
  const proposal = stores.review.getState().proposals[0]!;
  const decision = acceptProposal([groups[0]!], proposal, {
    articleId: ARTICLE,
    id: 'decided' as DecisionId,
    at: '2024-06-18T08:00:00.000Z',
    by: 'rita' as AnnotatorId,
    isBlind: false,
    reasons: ['boundary-convention'],
    comment: 'Titles stay out.',
    batch: '',
    policy: undefined,
    layers: compared,
    log: [],
  });
  const layers = compared.with(0, layerOf('ann', ['entity: Adeyemi']));
  const article = stores.review.getState().article;
  const shown = { article, layers, groups: alignLayers(layers) };
  stores.review.setState({ ...shown, ...withLog(shown, [decision]) });
  stores.review.getState().goTo(stores.review.getState().items[0]!.id);
  await expect.element(page.getByText('A: “Mayor Ruth Adeyemi” → “Adeyemi”')).toBeVisible();
  const told = document.querySelector('[aria-label="Decisions"]')!.textContent;
  expect(told).toContain('Accepted as Entity “Ruth Adeyemi”');
  expect(told).toContain('RITA, 18 Jun 2024');
  expect(told).toContain('names shown');
  expect(told).toContain('Boundary convention · Titles stay out.');
  const keep = vi.fn<() => void>();
  stores.review.setState({ keep });
  await userEvent.click(page.getByRole('button', { name: 'Keep the decision' }));
  expect(keep).toHaveBeenCalledOnce();
});

test('Esc in the comment and among the reasons goes back to the text', async () => {
  const { onReturnToText } = await showCard(MAYOR);
  await userEvent.click(page.getByLabelText('Comment'));
  await userEvent.keyboard('Her title{Escape}');
  expect(onReturnToText).toHaveBeenCalledOnce();
  await userEvent.click(page.getByRole('button', { name: 'Ambiguous' }));
  await userEvent.keyboard('{Escape}');
  expect(onReturnToText).toHaveBeenCalledTimes(2);
  expect(stores.review.getState()).toMatchObject({ comment: 'Her title', reasons: ['ambiguous'] });
});
