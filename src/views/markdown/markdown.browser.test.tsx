import '#ui/tokens.css';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { MarkdownTree } from './markdown-tree.tsx';
import { Markdown } from './markdown.tsx';

/** What holds the elements that a text is drawn as. */
async function draw(text: string): Promise<HTMLElement> {
  return (await render(<MarkdownTree text={text} under={2} />)).container;
}

test.each([
  ['a paragraph', 'Mark names.', '<p>Mark names.</p>'],
  ['a list', '- a\n- b', '<ul><li><p>a</p></li><li><p>b</p></li></ul>'],
  ['a numbered list', '3. a\n4. b', '<ol start="3"><li><p>a</p></li><li><p>b</p></li></ol>'],
  ['emphasis', '*a* **b**', '<p><em>a</em> <strong>b</strong></p>'],
  ['code', '`a<b>`', '<p><code>a&lt;b&gt;</code></p>'],
  ['a code block', '```js\n<b>\n```', '<pre tabindex="0"><code>&lt;b&gt;</code></pre>'],
  ['a block quote', '> a', '<blockquote><p>a</p></blockquote>'],
  ['a rule', 'a\n\n---\n\nb', '<p>a</p><hr><p>b</p>'],
  ['a line break', 'a\\\nb', '<p>a<br>b</p>'],
  ['a link', '[a](https://x.org)', '<p><a href="https://x.org/" target="_blank" rel="noreferrer">a</a></p>'],
  ['a link in the app', '[a](#/export)', '<p><a href="#/export">a</a></p>'],
  [
    'a named link',
    '[a][x]\n\n[x]: mailto:a@x.org',
    '<p><a href="mailto:a@x.org" target="_blank" rel="noreferrer">a</a></p>',
  ],
  ['headings, shifted', '# a\n\n###### b', '<h3>a</h3><h6>b</h6>'],
])('%s is drawn', async (_, text, html) => {
  expect(markupOf(await draw(text))).toBe(html);
});

test.each([
  ['a link to a script', '[a](javascript:alert(1))', '<p>a</p>'],
  ['a named link to a script', '[a][x]\n\n[x]: javascript:alert(1)', '<p>a</p>'],
  ['an automatic link to a script', '<javascript:alert(1)>', '<p>javascript:alert(1)</p>'],
  ['a script', '<script>globalThis.hit = 1</script>', '<p>&lt;script&gt;globalThis.hit = 1&lt;/script&gt;</p>'],
  [
    'a picture in HTML',
    'a <img src=x onerror="globalThis.hit=1">',
    '<p>a &lt;img src=x onerror="globalThis.hit=1"&gt;</p>',
  ],
  ['a picture', '![A map](https://x.org/map.png)', '<p>A map</p>'],
  ['a named picture', '![A map][x]\n\n[x]: https://x.org/map.png', '<p>A map</p>'],
])('%s is only text', async (_, text, html) => {
  expect(markupOf(await draw(text))).toBe(html);
  expect('hit' in globalThis).toBe(false);
});

test('ten thousand block quotes in each other are shown as they are written', async () => {
  const text = '>'.repeat(10_000);
  const root = await draw(text);
  expect(root.textContent).toBe(text);
  expect(root.querySelector('blockquote')).toBeNull();
});

test('what is nested deeper than anybody can read is shown as it is written', async () => {
  const root = await draw(`${'> '.repeat(60)}end`);
  const depth = root.querySelectorAll('blockquote').length;
  expect(depth).toBeGreaterThan(10);
  expect(depth).toBeLessThan(40);
  expect(root.textContent).toContain('> end');
});

test('the text can be read before the parser is there, and is drawn when it has come', async () => {
  const { container } = await render(<Markdown text="Mark *names*." under={2} />);
  expect(container).toHaveTextContent(/names/);
  await expect.poll(() => container.querySelector('em')?.textContent).toBe('names');
});

/** HTML without the names of classes. */
function markupOf(root: HTMLElement): string {
  return root.innerHTML.replaceAll(/ class="[^"]*"/g, '');
}
