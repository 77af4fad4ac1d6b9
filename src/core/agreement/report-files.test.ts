import { expect, test } from 'vitest';
import { DEFAULT_LABEL_SET } from '#core/labels/default-label-set.ts';
import { type Annotator, type AnnotatorId } from '#core/project/project.ts';
import { agreementReport, DEFAULT_SETTINGS } from './agreement-report.ts';
import { judged } from './agreement.arbitrary.ts';
import { confusionPicture, offsetsPicture, pairsPicture } from './pictures.ts';
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
    confusionPicture(REPORT, REPORT.pairs[0], NAMES),
    offsetsPicture(REPORT, REPORT.pairs[0], NAMES),
  ]) {
    expect(svg).toMatch(/^<svg [^>]+>[^]*<\/svg>$/);
    expect(svg).not.toContain('<script');
    expect(svg).toContain(`viewBox="0 0 ${width} ${height}"`);
    expect(svg).not.toContain('NaN');
  }
  expect(pairsPicture(REPORT, 'strict', NAMES).svg).toContain('>0.40<');
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
  expect(words).toContain('Only annotations as they were before adjudication');
});
