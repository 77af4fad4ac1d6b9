import { expect, test } from 'vitest';
import { DEFAULT_LABEL_SET } from '#core/labels/default-label-set.ts';
import { type Annotator, type AnnotatorId } from '#core/project/project.ts';
import { ENGLISH, findLanguage } from '#language/languages.ts';
import { withShortKeys } from '#language/short-key.ts';
import { speak } from '#language/spoken.ts';
import { agreementReport, DEFAULT_SETTINGS } from './agreement-report.ts';
import { judged } from './agreement.arbitrary.ts';
import { confusionPicture, offsetsPicture, pairsPicture } from './pictures.ts';
import { fitting, widthOf } from './picture-words.ts';
import { finish } from './progress.ts';
import { articlesCsv, figuresCsv } from './report-csv.ts';
import { reportHtml } from './report-html.ts';
import { reportJson } from './report-json.ts';
import { reportMarkdown } from './report-markdown.ts';
import { methodsParagraph } from './report-methods.ts';
import { reportNames } from './report-names.ts';

const EVIL = '<script>alert(1)</script> & "x" | *y*';
const TITLE = '=HYPERLINK("x")';
const INPUT = judged([
  {
    id: TITLE,
    text: 'Ada met Bo in Rome.',
    spans: { A: ['entity 0-3', 'claim 0-19'], B: ['entity 0-3', 'claim 0-18'] },
  },
  { id: 'two', text: 'Ada met Bo.', spans: { A: ['entity 0-3'], B: [] } },
]);
const SETTINGS = { ...DEFAULT_SETTINGS, resamples: 50, gamma: { ...DEFAULT_SETTINGS.gamma!, samples: 4 } };
const REPORT = finish(agreementReport(INPUT, SETTINGS));
const PEOPLE: readonly Annotator[] = [
  { id: 'C' as AnnotatorId, name: 'Nobody here' },
  { id: 'B' as AnnotatorId, name: 'Bo' },
  { id: 'A' as AnnotatorId, name: EVIL },
];
const NAMES = reportNames(DEFAULT_LABEL_SET, PEOPLE);

test('the web page needs nothing from outside, and names in it are words', () => {
  const html = reportHtml(REPORT, NAMES);
  expect(html).toContain("default-src 'none'");
  expect(html).not.toContain('<script');
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot;');
  expect(html.replaceAll('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(/https?:|src=|href=|url\(/);
  expect(html).toContain(methodsParagraph(REPORT).slice(0, 60));
});

test('the pictures are whole SVG in which names are words', () => {
  for (const { svg, width, height } of [
    pairsPicture(REPORT, 'strict', NAMES),
    confusionPicture({ ...REPORT, confusion: REPORT.pairs[0]!.confusion }, REPORT.pairs[0], NAMES),
    offsetsPicture(REPORT, REPORT.pairs[0], NAMES),
  ]) {
    expect(svg).toMatch(/^<svg [^>]+>[^]*<\/svg>$/);
    expect(svg).not.toContain('<script');
    expect(svg).toContain(`viewBox="0 0 ${width} ${height}"`);
    expect(svg).not.toContain('NaN');
  }
  expect(pairsPicture(REPORT, 'strict', NAMES).svg).toContain('>0.40<');
});

test.each([
  ['田中さくら子と申します長い名前の人', 84, 12],
  ['Wolfeschlegelsteinhausenbergerdorff', 84, 12],
  ['🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉', 84, 12],
])('a name that is too long for a picture is cut between characters: %s', (name, most, size) => {
  const cut = fitting(name, most, size);
  expect(cut.endsWith('…')).toBe(true);
  expect(name.startsWith(cut.slice(0, -1))).toBe(true);
  expect(cut.isWellFormed()).toBe(true);
  expect(widthOf(cut, size)).toBeLessThanOrEqual(most);
});

test('two annotators of one name are told apart', () => {
  const people = [...PEOPLE, { id: 'B2' as AnnotatorId, name: 'Bo' }];
  const { annotator } = reportNames(DEFAULT_LABEL_SET, people);
  expect(['B', 'B2', 'C', 'D'].map((id) => annotator(id as AnnotatorId))).toEqual([
    'Bo (B)',
    'Bo (B2)',
    'Nobody here',
    'D',
  ]);
});

test('a short name stays, and one from right to left is set apart from what stands around it', () => {
  expect(fitting('Ada', 84, 12)).toBe('Ada');
  expect(fitting('مريم', 84, 12)).toBe('\u2068مريم\u2069');
});

test('a picture is as wide as its title', () => {
  const long = 'Konstantinopoulou-Featherstonehaugh the Elder';
  const people = ['A', 'B'].map((id) => ({ id: id as AnnotatorId, name: `${long} ${id}` }));
  const { width } = confusionPicture(REPORT, REPORT.pairs[0], reportNames(DEFAULT_LABEL_SET, people));
  expect(width).toBeGreaterThan(confusionPicture(REPORT, undefined, NAMES).width);
});

test('Markdown keeps each row of a table on one line, whatever names hold', () => {
  const markdown = reportMarkdown(REPORT, NAMES);
  expect(markdown).toContain(String.raw`\<script\>alert(1)\</script\> \& "x" \| \*y\* and Bo | 0.400 |`);
  expect(markdown).toContain('## For the methods section');
});

test('figures as CSV have a value, or a reason, and no formulas', () => {
  const lines = figuresCsv(REPORT, NAMES).split('\r\n');
  expect(lines[0]).toBe('table,item,measure,value,low,high,articles,n,reason');
  expect(lines).toContain('All labels,,"Span F1, strict",0.4,,,2,5,');
  expect(lines.find((line) => line.startsWith('Labels,Quote,"Span F1, strict",'))).toMatch(/,no-data$/);
});

test('the sums of each article and pair as CSV give the figures anew, and a title is never a formula', () => {
  const [head, ...rows] = articlesCsv(REPORT, { ...NAMES, annotator: (id) => id })
    .trimEnd()
    .split('\r\n');
  expect(head).toBe(
    'article,title,one,other,spans,matched,sameRanges,sameLabel,same,shared,article strict F1,article gamma',
  );
  expect(rows[0]).toMatch(/^"'=HYPERLINK\(""x""\)","'=HYPERLINK/);
  const numbers = rows.map((row) =>
    row
      .slice(row.indexOf(',A,B,') + 5)
      .split(',')
      .map(Number),
  );
  const [spans, same] = [0, 4].map((column) => numbers.reduce((sum, row) => sum + row[column]!, 0));
  expect((2 * same!) / spans!).toBeCloseTo(REPORT.pairs[0]!.f1.strict.value!, 9);
});

test('JSON names those it is about, in the order of their ids', () => {
  const read = JSON.parse(reportJson(REPORT, PEOPLE)) as { readonly annotatorNames: readonly Annotator[] };
  expect(read.annotatorNames).toEqual([PEOPLE[2], PEOPLE[1]]);
});

test('the paragraph for a paper says the exact settings', () => {
  const words = methodsParagraph(REPORT);
  expect(words).toContain('on 2 articles that at least two of 2 annotators had finished (5 spans');
  expect(words).toContain('was 0.400 where ranges and label must be the same');
  expect(words).toContain('from 4 random samples of each article');
  expect(words).toContain('(50 resamples, seed 1)');
  expect(words).toContain('standard error of sampling');
  expect(words).toContain('Only annotations as they were before adjudication');
});

test('from one sample of chance nothing is said about how far γ may be off', () => {
  const gamma = { ...DEFAULT_SETTINGS.gamma!, samples: 1 };
  const report = finish(agreementReport(INPUT, { ...SETTINGS, gamma }));
  expect(methodsParagraph(report)).toContain('from 1 random sample of each article. ');
  expect(figuresCsv(report, NAMES)).toContain(',γ (from 1 sample),');
});

test('files for programs are in English whatever the language in use, files for people are not', () => {
  const [csv, json] = [figuresCsv(REPORT, NAMES), reportJson(REPORT, PEOPLE)];
  const forms = { one: 'aus # Stichprobe', other: 'aus # Stichproben' };
  const texts = {
    'Span F1, strict': 'Spannen-F1, streng',
    'γ (±{0} {1})': 'γ ({1}, ±{0})',
    'Intervals: {0}': 'Intervalle: {0}',
    'The middle 95 % of the figure over articles drawn with replacement, as many as there are; the annotators are taken as given.':
      'Die mittleren 95 %.',
  };
  speak(findLanguage('de')!, withShortKeys({ texts, counts: { 'from # sample | from # samples': forms } }));
  try {
    const report = finish(agreementReport(INPUT, SETTINGS));
    expect(figuresCsv(report, NAMES)).toBe(csv);
    expect(reportJson(report, PEOPLE)).toBe(json);
    const html = reportHtml(report, NAMES);
    expect(html).toContain('<html lang="de">');
    expect(html).toContain('>Spannen-F1, streng</th><td>0,400</td>');
    expect(html).toContain('>γ (aus 4 Stichproben, ±');
    expect(html).toContain('<li>Intervalle: Die mittleren 95 %. ');
  } finally {
    speak(ENGLISH, undefined);
  }
});
