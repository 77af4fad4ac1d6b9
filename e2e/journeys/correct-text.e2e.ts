import { DEFAULT_LABEL_SET } from '../../src/core/labels/default-label-set.ts';
import { type LabelId } from '../../src/core/labels/label-id.ts';
import { type Bundle } from '../../src/core/bundle/bundle.ts';
import { type AnnotatorId, type Article, type ProjectId } from '../../src/core/project/project.ts';
import { type Span, type SpanId } from '../../src/core/spans/span.ts';
import { articleIdOf } from '../../src/formats/article-id.ts';
import { writeBundle } from '../../src/formats/native/write.ts';
import { CorrectPage } from '../screens/correct-page.ts';
import { expect, expectNoViolations, test } from '../test.ts';

const TITLE = 'Thirty towns';
const SENTENCES = Array.from({ length: 30 }, (_, index) => {
  if (index === 14) return 'Then the governement of Brall met.';
  return index === 19 ? 'Olt Marsh left.' : index === 0 ? 'Ulm0 👍🏽.' : `Ulm${index}.`;
});
const TEXT = SENTENCES.join(' ');
const WORDS = SENTENCES.map((sentence, index) => {
  if (index === 14) return 'governement of Brall';
  return index === 19 ? 'Olt Marsh' : sentence.split(' ')[0]!;
});
const CORRECTED = WORDS.with(14, 'government of Brall');

test('a text is corrected by keyboard, every span goes along or is decided about, and the earlier text can be put back', async ({
  page,
  annotate,
  importing,
  library,
}) => {
  const correct = new CorrectPage(page);
  const { keyboard } = page;
  await importing.choose({
    name: 'towns.spanmark.json',
    mimeType: 'application/json',
    buffer: Buffer.from(writeBundle(bundle())),
  });
  await importing.import();
  await page.goto('#/settings');
  await page.getByLabel('Annotate as').selectOption({ label: 'Ada' });
  await library.open();
  await library.openArticle(TITLE);
  await expect(annotate.article.locator('mark')).toHaveText(WORDS);

  await test.step('a typo inside a span', async () => {
    await correct.tabTo(annotate.button('Correct the text'), 'Shift+Tab');
    await keyboard.press('Enter');
    await expect(correct.field).toHaveValue(TEXT);
    await expect(correct.change).toHaveText('Nothing is changed yet.');
    await correct.select('governement');
    await keyboard.type('government');
    await keyboard.press('Escape');
    await expect(correct.change).toHaveText('1 word changed; 29 spans kept, 1 with corrected words.');
    await expectNoViolations(page);
    await correct.tabTo(correct.button('Save the correction'));
    await keyboard.press('Enter');
    await expect(annotate.notice).toContainText('30 spans carried over');
    await expect(annotate.article).toContainText('the government of Brall');
    await expect(annotate.article.locator('mark')).toHaveText(CORRECTED);
  });

  await test.step('a sentence with a span is deleted, the draft outlives a reload', async () => {
    await correct.tabTo(annotate.button('Correct the text'), 'Shift+Tab');
    await keyboard.press('Enter');
    await correct.select('Olt Marsh left. ');
    await keyboard.press('Delete');
    await expect(correct.change).toHaveText('3 words removed; 29 spans kept, 1 without a place.');
    await page.reload();
    await expect(page.getByText('This is what you typed before.')).toBeVisible();
    await expect(correct.unplaced).toHaveCount(1);
    await expect(correct.unplaced).toContainText('Olt Marsh');
    await expectNoViolations(page);
    await correct.tabTo(correct.button('Save the correction'));
    await keyboard.press('Enter');
    await expect(page.getByRole('alert')).toContainText('One span has no place in the new text yet.');
    await correct.select('Ulm20');
    await correct.tabTo(correct.button('Place at selection'));
    await keyboard.press('Enter');
    await expect(correct.unplaced).toContainText('Will be here:');
    await correct.tabTo(correct.button('Delete'));
    await keyboard.press('Enter');
    await expect(correct.unplaced).toContainText('Will be deleted');
    await expectNoViolations(page);
    await correct.tabTo(correct.button('Save the correction'));
    await keyboard.press('Enter');
    await expect(annotate.notice).toContainText('29 spans carried over, 1 span deleted');
    await expect(annotate.article.locator('mark')).toHaveText(CORRECTED.toSpliced(19, 1));
  });

  await test.step('the earlier texts are put back with all of their spans', async () => {
    await library.open();
    await expect(library.row(TITLE)).toContainText('corrected from an earlier text');
    await page.getByText('2 articles taken out').focus();
    await keyboard.press('Enter');
    await expect(page.getByText('replaced by a corrected text')).toHaveCount(2);
    await expectNoViolations(page);
    await correct.tabTo(page.getByRole('button', { name: `Put back: ${TITLE}` }).first());
    await keyboard.press('Enter');
    await expect(library.row(TITLE)).toHaveCount(2);
    await page.goto(`#/annotate/${articleIdOf(TEXT)}`);
    await expect(annotate.article).toContainText('the governement of Brall');
    await expect(annotate.article.locator('mark')).toHaveText(WORDS);
    await expectNoViolations(page);
  });
});

/** A bundle with one article, on which Ada has a span in each of thirty sentences. */
function bundle(): Bundle {
  const article: Article = {
    id: articleIdOf(TEXT),
    title: TITLE,
    source: 'Made for this test',
    date: '2024-06-17',
    language: 'en',
    original: { newline: 'none', byteOrderMark: false, replaced: 0 },
    correctionOf: '',
    author: '',
    pages: [],
    text: TEXT,
  };
  const at = '2024-06-17T09:30:00.000Z';
  let from = 0;
  const spans = WORDS.map((words, index): Span => {
    from = TEXT.indexOf(words, from);
    return {
      id: `s${index}` as SpanId,
      label: 'entity' as LabelId,
      ranges: [{ from, to: from + words.length }],
      attributes: [],
      note: '',
      origin: 'hand',
      createdAt: at,
      changedAt: at,
    };
  });
  const annotatorId = 'ada' as AnnotatorId;
  return {
    project: { id: 'first-project' as ProjectId, name: 'Towns', labelSet: DEFAULT_LABEL_SET, guidelines: [] },
    annotators: [{ id: annotatorId, name: 'Ada' }],
    articles: [article],
    layers: [{ articleId: article.id, annotatorId, status: 'in-progress', spans, links: [], changedAt: at }],
    decisions: [],
    threads: [],
  };
}
