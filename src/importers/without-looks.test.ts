import { expect, test } from 'vitest';
import { withoutLooks } from './without-looks.ts';

test.each([
  ['a style sheet', 'a<style media=x>p > b { }</style>b', 'ab'],
  ['a script', 'a<script src=x></script>b<script>"<style>"</script>c', 'abc'],
  ['what is never closed', 'a<style>b', 'a'],
  ['the style of an element', '<p class="a" style="color: red">b</p>', '<p class="a">b</p>'],
  ['styles in other quotes', `<p style='a:b'>c</p><br style=d>`, '<p>c</p><br>'],
])('%s goes', (_, markup, expected) => {
  expect(withoutLooks(markup)).toBe(expected);
});

test.each([
  ['data', '<script type="application/ld+json">{"a": 1}</script>'],
  ['words that look like a style', '<pre>&lt;p style="a"&gt; and style="b"</pre>'],
  ['an element that is called differently', '<styled>a</styled>'],
])('%s stay', (_, markup) => {
  expect(withoutLooks(markup)).toBe(markup);
});

test('an element that a style hides is hidden', () => {
  expect(withoutLooks('<p style="display: none">a</p>')).toBe('<p hidden="">a</p>');
});
