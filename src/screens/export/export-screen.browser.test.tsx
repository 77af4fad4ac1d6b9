import '#ui/tokens.css';
import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { type LabelId } from '#core/labels/label-id.ts';
import { type AnnotatorId, type ArticleId } from '#core/project/project.ts';
import { EXPORT_FORMATS, type ExportFormat } from '#state/exporting/export-formats.ts';
import { type DatasetExport, type MadeDataset } from '#state/exporting/export-store.ts';
import { NO_RENAMES } from '#state/exporting/rename-profiles.ts';
import { type LaterStores } from '#state/later-stores.ts';
import { idleStores } from '#state/idle-stores.arbitrary.ts';
import { type LibraryArticle } from '#state/library-article.ts';
import { StoresContext, type Stores } from '#state/react.tsx';
import { ExportScreen } from './export-screen.tsx';

const ARTICLE = 'a' as ArticleId;
const LONG = 'W'.repeat(300);

/** A format with every option, and the ones that there are. */
const [HUGGING_FACE] = EXPORT_FORMATS;
const TOKENS: ExportFormat = {
  ...HUGGING_FACE!,
  id: 'tokens',
  name: 'Tokens',
  unit: 'tokens',
  lost: { never: ['links'], partly: ['overlapping spans'] },
  options: ['overlaps', 'scheme', 'rows', 'unit', 'byteOrderMark', 'escapesFormulas'],
  variants: [
    { id: 'one', name: 'One' },
    { id: 'two', name: 'Two' },
  ],
};

function made(part: Partial<MadeDataset> = {}): MadeDataset {
  return {
    kind: 'made',
    handle: 1,
    files: [
      { path: 'data/train.jsonl', size: 9000, start: '{"id":"a"}' },
      { path: 'image.bin', size: 3, start: undefined },
    ],
    size: 9003,
    extension: '.zip',
    tally: [
      { split: 'train', articles: 8, layers: 8, spans: 30, links: 2, labels: new Map([['entity' as LabelId, 27]]) },
      { split: 'test', articles: 2, layers: 2, spans: 10, links: 0, labels: new Map([['entity' as LabelId, 6]]) },
    ],
    labelSet: idleStores().session.getState().project.labelSet,
    losses: [
      {
        reason: 'note-dropped',
        count: 1234,
        examples: [{ reason: 'note-dropped', articleId: ARTICLE, detail: 'Роза' }],
      },
    ],
    title: 'a',
    ...part,
  };
}

async function show(formats: readonly ExportFormat[] = [HUGGING_FACE!, TOKENS]) {
  const stores = idleStores();
  const article = { id: ARTICLE, title: 'Roses', language: 'ru', progress: [], removed: false };
  stores.library.setState({ phase: 'ready', articles: [article as unknown as LibraryArticle] });
  const make = vi.fn<(wanted: DatasetExport) => Promise<void>>(() => Promise.resolve());
  const save = vi.fn(() => Promise.resolve());
  const keepProfile = vi.fn(() => Promise.resolve());
  stores.exporting.setState({ make, save, keepProfile, loadProfiles: () => Promise.resolve() });
  const screen = await render(
    <StoresContext value={stores}>
      <ExportScreen articleId={undefined} formats={formats} />
    </StoresContext>,
  );
  await screen.getByRole('combobox', { name: 'Format' }).selectOptions(formats[0]!.name);
  await vi.waitFor(() => {
    expect(make).toHaveBeenCalled();
  });
  return { stores, screen, make, save, keepProfile };
}

function finish(stores: Stores & LaterStores, part: Partial<MadeDataset> = {}): void {
  stores.exporting.setState({ making: { kind: 'made', made: made(part), fileName: 'x.zip', formatId: 'x' } });
}

test('a format says what it never carries and what only in part, before anything is made', async () => {
  const { screen } = await show([TOKENS]);
  await expect.element(screen.getByText('Never in the file:')).toBeVisible();
  const about = screen.getByText('Never in the file:').element().closest('p')!;
  expect(about.textContent).toBe('Never in the file: links. Only in part: overlapping spans.');
  await expect.element(screen.getByText(/There are no offsets/)).toBeVisible();
});

test('only options that mean something to the format are offered, and are handed on', async () => {
  const { screen, make } = await show();
  expect(screen.getByRole('combobox', { name: 'Where spans overlap' }).query()).toBeNull();
  await screen.getByRole('combobox', { name: 'Format' }).selectOptions('Tokens');
  await screen.getByRole('combobox', { name: 'Where spans overlap' }).selectOptions('keep the shortest');
  await screen
    .getByRole('combobox', { name: 'Tags' })
    .selectOptions('BIOES: ends and single tokens have tags of their own');
  await screen.getByRole('combobox', { name: 'Each row is' }).selectOptions('a sentence');
  await screen.getByRole('combobox', { name: 'Offsets in' }).selectOptions('UTF-16 code units (JavaScript, Java)');
  await screen.getByRole('combobox', { name: 'Form', exact: true }).selectOptions('Two');
  await screen.getByRole('checkbox', { name: /byte order mark/ }).click();
  await screen.getByRole('checkbox', { name: /apostrophe/ }).click();
  await vi.waitFor(() => {
    expect(make.mock.lastCall![0]).toMatchObject({
      formatId: 'tokens',
      options: {
        overlaps: 'shortest',
        scheme: 'BIOES',
        rows: 'sentence',
        unit: 'utf-16',
        variant: 'two',
        byteOrderMark: true,
        escapesFormulas: true,
      },
    });
  });
});

test('annotators’ names, the split and its seed are handed on; what is no share comes back', async () => {
  const { screen, make } = await show();
  await screen.getByRole('checkbox', { name: /Leave out annotators/ }).click();
  await screen.getByRole('checkbox', { name: /Split into/ }).click();
  await screen.getByRole('textbox', { name: 'Train' }).fill('60%');
  await screen.getByRole('textbox', { name: 'Test' }).fill('many');
  await screen.getByRole('textbox', { name: 'Seed' }).fill('seven');
  await userEvent.keyboard('{Enter}');
  await expect.element(screen.getByRole('textbox', { name: 'Test' })).toHaveValue('10');
  await vi.waitFor(() => {
    expect(make.mock.lastCall![0].prepare).toMatchObject({
      isAnonymous: true,
      split: { shares: { train: 60, dev: 10, test: 10 }, seed: 'seven' },
    });
  });
});

test('labels get other names for the file, which can be kept, and taken back with the focus in place', async () => {
  const { screen, make, keepProfile } = await show();
  await screen.getByText('Names in the file').click();
  await screen.getByRole('textbox', { name: 'Entity' }).fill('MISC');
  await userEvent.keyboard('{Enter}');
  const renames = { labels: new Map([['entity', 'MISC']]), linkTypes: new Map() };
  await vi.waitFor(() => {
    expect(make.mock.lastCall![0].prepare.renames).toEqual(renames);
  });
  await screen.getByRole('textbox', { name: 'Keep these names as' }).fill('CoNLL');
  await screen.getByRole('button', { name: 'Keep' }).click();
  expect(keepProfile).toHaveBeenCalledWith({ name: 'CoNLL', renames });
  await screen.getByRole('button', { name: 'Use the ids of the project' }).click();
  await vi.waitFor(() => {
    expect(make.mock.lastCall![0].prepare.renames).toEqual(NO_RENAMES);
  });
  expect(document.activeElement?.tagName).toBe('SUMMARY');
});

test('kept names are used again', async () => {
  const { screen, stores, make } = await show();
  const renames = { labels: new Map([['claim' as LabelId, 'C']]), linkTypes: new Map() };
  stores.exporting.setState({ profiles: [{ name: 'Short', renames }] });
  await screen.getByText('Names in the file').click();
  await screen.getByRole('combobox', { name: 'Kept names' }).selectOptions('Short');
  await expect.element(screen.getByRole('textbox', { name: 'Claim', exact: true })).toHaveValue('C');
  expect(make.mock.lastCall![0].prepare.renames).toBe(renames);
});

test('what people read has a place of its own among the formats, and nothing is said of offsets', async () => {
  const { screen } = await show(EXPORT_FORMATS);
  const choice = screen.getByRole('combobox', { name: 'Format' });
  const groups = [...choice.element().querySelectorAll('optgroup')].map(({ label, children }) => [
    label,
    children.length,
  ]);
  expect(groups).toEqual([
    ['For readers', 1],
    ['Labelled datasets', EXPORT_FORMATS.length - 1],
  ]);
  await choice.selectOptions('Page for reading (HTML)');
  await expect.element(screen.getByText(/A file for readers, who need nothing but a browser/)).toBeVisible();
  await expect.element(screen.getByText(/Offsets count/)).not.toBeInTheDocument();
});

test('the losses are told with counts, advice and words in their language before the file is saved', async () => {
  const { screen, stores, save } = await show();
  finish(stores);
  await expect.element(screen.getByRole('heading', { name: 'Notes left out 1,234' })).toBeVisible();
  await expect.element(screen.getByText(/Choose a format that carries notes/)).toBeVisible();
  await screen.getByText('The first 1').click();
  const words = screen.getByText('Роза').element();
  expect([words.getAttribute('lang'), words.getAttribute('dir')]).toEqual(['ru', 'auto']);
  await expect.element(screen.getByRole('link', { name: 'Roses' })).toHaveAttribute('href', '#/annotate/a');
  await expect.element(screen.getByText(/goes along as losses.txt/)).toBeVisible();
  expect(save).not.toHaveBeenCalled();
  await screen.getByRole('button', { name: 'Download' }).click();
  expect(save).toHaveBeenCalledOnce();
});

test('a file that has no room for the report has it saved beside it', async () => {
  const { screen, stores } = await show();
  const saveReport = vi.fn(() => Promise.resolve());
  stores.exporting.setState({ saveReport });
  finish(stores, { extension: '.jsonl' });
  await screen.getByRole('button', { name: 'Save this list' }).click();
  expect(saveReport).toHaveBeenCalledOnce();
});

test('a file without losses says so', async () => {
  const { screen, stores } = await show();
  finish(stores, { losses: [] });
  await expect.element(screen.getByText('Nothing is lost: all that you chose is in it.')).toBeVisible();
});

test('what is written is counted by label and part, with the share of each label', async () => {
  const { screen, stores } = await show();
  finish(stores);
  await expect.element(screen.getByRole('table')).toBeVisible();
  const rows = [...screen.getByRole('table').element().querySelectorAll('tr')].map((row) =>
    [...row.children].map(({ textContent }) => textContent),
  );
  expect(rows).toEqual([
    ['What', 'Train', 'Test', 'All'],
    ['Articles', '8', '2', '10'],
    ['Layers', '8', '2', '10'],
    ['Links', '2', '0', '2'],
    ['Spans', '30', '10', '40'],
    ['Entity', '27 90%', '6 60%', '33 83%'],
  ]);
});

test('every file can be looked into; one that is no text says so', async () => {
  const { screen, stores } = await show();
  finish(stores);
  await expect.element(screen.getByLabelText('Start of data/train.jsonl')).toHaveTextContent('{"id":"a"}');
  await screen.getByRole('combobox', { name: 'File' }).selectOptions('image.bin (0 kB)');
  await expect.element(screen.getByText('image.bin is not a text: it cannot be shown here.')).toBeVisible();
});

test('saving shows how far it is, and the focus goes on where it was cancelled', async () => {
  const { screen, stores } = await show();
  const cancelSaving = vi.fn(() => {
    stores.exporting.setState({ saving: { kind: 'cancelled' } });
  });
  stores.exporting.setState({ cancelSaving });
  finish(stores);
  stores.exporting.setState({ saving: { kind: 'saving', progress: { done: 1, total: 4 } } });
  await expect.element(screen.getByRole('progressbar', { name: 'Saving the file' })).toBeVisible();
  await expect.element(screen.getByRole('button', { name: 'Download' })).toHaveAttribute('aria-disabled', 'true');
  await screen.getByRole('button', { name: 'Cancel' }).click();
  await expect.element(screen.getByRole('button', { name: 'Save it after all' })).toHaveFocus();
  stores.exporting.setState({ saving: { kind: 'failed', message: 'There is no room.' } });
  await expect.element(screen.getByRole('alert')).toHaveTextContent('There is no room.');
});

test.each([
  ['refused', { kind: 'refused', message: 'Give “Entity” a name.' }, 'Give “Entity” a name.'],
  ['cancelled', { kind: 'cancelled' }, 'Making the file was cancelled.'],
] as const)('a file that was %s says so', async (_, making, words) => {
  const { screen, stores } = await show();
  stores.exporting.setState({ making });
  await expect.element(screen.getByText(words)).toBeVisible();
});

test('without an article there is nothing to be made', async () => {
  const { screen, make } = await show();
  make.mockClear();
  await screen.getByRole('checkbox', { name: 'All 1 article' }).click();
  await expect.element(screen.getByText('Tick at least one article.')).toBeVisible();
  expect(make).not.toHaveBeenCalled();
});

test('long names stay inside the screen', async () => {
  const { screen, stores } = await show();
  finish(stores, {
    files: [{ path: LONG, size: 9, start: LONG }],
    losses: [{ reason: 'note-dropped', count: 1, examples: [{ reason: 'note-dropped', detail: LONG }] }],
  });
  await screen.getByText('Which ones').click();
  const main = screen.container.querySelector('main')!;
  expect(main.scrollWidth).toBeLessThanOrEqual(main.clientWidth);
});

test('the annotations are everyone’s, those of ticked annotators, or gold', async () => {
  const { stores, screen, make } = await show();
  const people = ['ada', 'bo'].map((id) => ({ id: id as AnnotatorId, name: id.toUpperCase() }));
  const progress = people.map(({ id }) => ({ annotatorId: id, spanCount: 1 }));
  const [article] = stores.library.getState().articles;
  stores.session.setState({ annotators: people, annotatorId: people[1]!.id });
  stores.library.setState({ articles: [{ ...article!, progress } as unknown as LibraryArticle] });
  const whose = () => make.mock.lastCall![0].whose;
  expect(whose()).toEqual({ kind: 'all' });
  await screen.getByRole('combobox', { name: 'Annotations of' }).selectOptions('chosen annotators');
  await screen.getByRole('checkbox', { name: 'ADA' }).click();
  await vi.waitFor(() => {
    expect(whose()).toEqual({ kind: 'some', annotatorIds: new Set(['bo']) });
  });
  make.mockClear();
  await screen.getByRole('checkbox', { name: 'BO (you)' }).click();
  await expect.element(screen.getByText('Tick at least one annotator.')).toBeVisible();
  expect(make).not.toHaveBeenCalled();
  await screen.getByRole('combobox', { name: 'Annotations of' }).selectOptions('gold, from the review');
  await screen.getByRole('checkbox', { name: /Include articles whose review is not done/ }).click();
  await vi.waitFor(() => {
    expect(whose()).toEqual({ kind: 'gold', includesPartly: true });
  });
});

test('a file of gold says how many articles are not in it', async () => {
  const { stores, screen } = await show();
  await screen.getByRole('combobox', { name: 'Annotations of' }).selectOptions('gold, from the review');
  finish(stores, { tally: [] });
  await expect.element(screen.getByText('1 of 1 article left out: its review is not done.')).toBeVisible();
});
