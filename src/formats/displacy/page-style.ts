/** So many labels have a colour of their own; then they begin anew. */
export const COLOURS = 8;

/** Lines and chips on white, and the same on black. */
const LIGHT = ['#1d5fc4', '#b3500b', '#0b7565', '#7a3fc0', '#b8245f', '#5d6b12', '#8a6100', '#4c5a6b'];
const DARK = ['#8ab8ff', '#ffb27a', '#6fd8c6', '#c9a6ff', '#ff9dc0', '#c6d46a', '#f0c65c', '#b4c2d3'];

/** The page's own style. `--levels` is how many spans lie over each other in a paragraph, `--level` 0 for the outermost. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --ground: #fff; --ink: #1c1f24; --quiet: #59616d; --rule: #d9dde3; ${colours(LIGHT)} }
@media (prefers-color-scheme: dark) {
  :root { --ground: #15181c; --ink: #e8eaed; --quiet: #a3abb6; --rule: #363c45; ${colours(DARK)} }
}
body { margin: 0 auto; padding: 2rem 1rem 4rem; max-width: 46rem; background: var(--ground); color: var(--ink);
  font: 1.0625rem/1.6 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .75rem; }
h2 { font-size: 1.3rem; line-height: 1.3; margin: 0 0 .25rem; }
h3 { font-size: 1rem; margin: 1.5rem 0 .5rem; color: var(--quiet); }
article { margin-top: 2.5rem; padding-top: 1.5rem; border-top: 1px solid var(--rule); }
.about { margin: 0; color: var(--quiet); font-size: .9rem; }
.labels { display: flex; flex-wrap: wrap; gap: .5rem; margin: 0; padding: 0; list-style: none; }
.entities p { margin: 0 0 .75rem; white-space: pre-wrap; line-height: calc(1.75em + var(--levels) * 5px); }
.entity { color: inherit; background: none; border-bottom: 3px solid var(--c);
  padding-bottom: calc(1px + (var(--levels) - 1 - var(--level)) * 5px); }
.label { padding: .18em .42em; border-radius: .3em; background: var(--c); color: var(--ground); font-size: .68em;
  font-weight: 600; line-height: 1; letter-spacing: .02em; white-space: nowrap; vertical-align: .12em; }
.entity .label { margin-inline-end: .3em; }
${LIGHT.map((_, index) => `.c${index} { --c: var(--c${index}); }`).join('\n')}
@media print { body { max-width: none; padding: 0; } article { break-inside: avoid-page; } .label { border: 1px solid; } }
`;

function colours(list: readonly string[]): string {
  return list.map((colour, index) => `--c${index}: ${colour};`).join(' ');
}
