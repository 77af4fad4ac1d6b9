import { type Tone } from '#core/labels/label-set.ts';
import { MOST_STEPS } from '#core/spans/painted-run.ts';

/** Fill, fill within a fill, tint and line of a tone. */
type ToneColours = readonly [fill: string, inner: string, tint: string, line: string];

/** The colours of labels as ui/tokens.css has them, light and dark; a test compares them. */
export const TONE_COLOURS: Readonly<Record<Tone, readonly [light: ToneColours, dark: ToneColours]>> = {
  blue: [
    ['#cfe3ff', '#a9ccfb', '#eaf2fe', '#0b4aa2'],
    ['#1f3d66', '#2c5590', '#1a2940', '#a9ccff'],
  ],
  orange: [
    ['#ffdfc4', '#ffc79b', '#fff1e6', '#c2410c'],
    ['#5b3413', '#7d4717', '#33231a', '#fb923c'],
  ],
  teal: [
    ['#c5ebe2', '#9adccd', '#e3f3ef', '#0f766e'],
    ['#134a44', '#1a665d', '#17312f', '#5eead4'],
  ],
  violet: [
    ['#e3d9fd', '#cdbbfa', '#f3effe', '#6d28d9'],
    ['#3f2f6b', '#574092', '#272040', '#c4b5fd'],
  ],
  rose: [
    ['#fcd5de', '#f8b3c3', '#feedf1', '#be123c'],
    ['#642336', '#86304a', '#37202a', '#fda4af'],
  ],
  olive: [
    ['#e2ebb9', '#cbdb88', '#f3f7e0', '#4d6b0e'],
    ['#3d4713', '#55631b', '#272b18', '#bef264'],
  ],
  amber: [
    ['#fce7a8', '#f8d573', '#fef7e0', '#92600a'],
    ['#57430c', '#755b12', '#322a16', '#fcd34d'],
  ],
  slate: [
    ['#dde2e9', '#c3ccd8', '#f1f3f6', '#475569'],
    ['#363e4a', '#4a5566', '#23272e', '#b6c2d2'],
  ],
};

const NAMES = ['fill', 'inner', 'tint', 'line'] as const;

function tones(place: 0 | 1): string {
  return Object.entries(TONE_COLOURS)
    .map(([tone, looks]) => {
      const colours = NAMES.map((name, index) => `--${name}: ${looks[place][index]!};`).join(' ');
      return `.${tone} { ${colours} }`;
    })
    .join('\n');
}

function steps(): string {
  const numbers = Array.from({ length: MOST_STEPS }, (_, index) => index + 1);
  return numbers.map((step) => `.b${step} { --below: ${step}; } .c${step} { --clears: ${step}; }`).join('\n');
}

/**
 * The page's own style: it follows the system's colours, contrast and forced colours, and prints. No element has a style
 * attribute, so that the page's policy can name this text and nothing else.
 */
export const PAGE_STYLE = `
@property --below { syntax: "<integer>"; inherits: false; initial-value: 0; }
@property --clears { syntax: "<integer>"; inherits: false; initial-value: 0; }
:root { color-scheme: light dark; --page: #fbfaf8; --ink: #1c1b1a; --mute: #646059; --rule: #e6e2dc; --accent: #1f5fbf; }
${tones(0)}
@media (prefers-color-scheme: dark) {
:root { --page: #161719; --ink: #e8e6e3; --mute: #a3a09b; --rule: #303338; --accent: #7db0ff; }
${tones(1)}
}
${steps()}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1rem 4rem; max-width: 44rem; background: var(--page); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { margin: 0; font: 700 1.75rem/1.25 Georgia, 'Times New Roman', serif; }
h2 { margin: 2.5rem 0 .75rem; font-size: 1.05rem; break-after: avoid; }
a { color: var(--accent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.about, .quiet, footer { color: var(--mute); font-size: .9rem; }
.about { margin: .35rem 0 0; }
.legend { display: grid; gap: .4rem; margin: 1.25rem 0 0; padding: .75rem 1rem; border: 1px solid var(--rule);
  border-radius: .5rem; list-style: none; font-size: .9rem; }
.legend b { margin-inline-end: .35em; }
.sample { display: inline-block; width: 1.4rem; height: .85rem; margin-inline-end: .5rem; vertical-align: -.05rem; }
.sample.fill { border-radius: 3px; outline: 1px solid var(--line); }
.sample.underline { padding: 0; border-block-end-width: 3px; }
.sample.bracket { border-inline-start: 4px solid var(--line); background: var(--fill); }
.text { padding-inline-start: 2.2rem; font: 1.125rem/1.85 Georgia, 'Times New Roman', serif; }
.text p { position: relative; margin: 0; padding-block-end: .8em; white-space: pre-wrap; orphans: 3; widows: 3; }
.text:dir(rtl) { --sign: -1; }
mark { background: none; color: inherit; }
.fill { background: var(--fill); padding-block: calc(1px + 2px * var(--below)); }
.fill.inner { background: var(--inner); }
.fill.first { border-start-start-radius: 4px; border-end-start-radius: 4px; }
.fill.last { border-start-end-radius: 4px; border-end-end-radius: 4px; }
.underline { border-block-end: 2px var(--kind, solid) var(--line);
  padding-block-end: calc(1px + 2px * var(--clears) + 3px * var(--below)); }
.bracket { background: var(--tint); padding-block: calc(2px + 2px * var(--below)); }
.bracket.first { box-shadow: inset calc(2px * var(--sign, 1)) 0 0 var(--line); }
.bracket.last { box-shadow: inset calc(-2px * var(--sign, 1)) 0 0 var(--line); }
.bracket.first.last { box-shadow: inset 2px 0 0 var(--line), inset -2px 0 0 var(--line); }
.bar { position: absolute; inset-block: .4em 1.2em; inset-inline-start: -1rem; border-inline-start: 3px var(--kind, solid) var(--line); }
.bar.l1 { inset-inline-start: -1.4rem; }
.bar.l2 { inset-inline-start: -1.8rem; }
.k1 { --kind: dashed; } .k2 { --kind: dotted; } .k3 { --kind: double; }
.k0 { --kind: solid; }
bdi:has(> .note) { white-space: nowrap; }
.note { padding-inline: .15em; font: 600 .58em/1 system-ui, sans-serif; vertical-align: super; text-decoration: none;
  user-select: none; }
.note:hover { text-decoration: underline; }
:target { outline: 2px solid var(--accent); outline-offset: 3px; border-radius: 4px; }
.spans { display: grid; gap: .75rem; margin: 0; padding-inline-start: 2.6rem; }
.spans li { break-inside: avoid; }
.spans li::marker { color: var(--mute); font-size: .85rem; }
.words { color: inherit; text-decoration-color: var(--mute); }
.spans div { font-size: .9rem; }
footer { margin-block-start: 3rem; padding-block-start: 1rem; border-block-start: 1px solid var(--rule); }
@media (prefers-contrast: more) {
  :root { --page: #fff; --ink: #000; --mute: #3f3b36; --rule: #767069; --accent: #0a3a8c; }
  .fill { outline: 1px solid var(--line); }
}
@media (prefers-contrast: more) and (prefers-color-scheme: dark) {
  :root { --page: #000; --ink: #fff; --mute: #d6d3ce; --rule: #8f939a; --accent: #a9ccff; }
}
@media (forced-colors: active) {
  mark { color: CanvasText; }
  .bracket { border-block: 1px dotted; }
}
@media (forced-colors: active), print {
  .fill { border-block: 1px var(--kind, solid); }
  .fill.first { border-inline-start: 1px var(--kind, solid); }
  .fill.last { border-inline-end: 1px var(--kind, solid); }
  .bracket.first { border-inline-start: 2px var(--kind, solid) var(--line); }
  .bracket.last { border-inline-end: 2px var(--kind, solid) var(--line); }
}
@media print {
  @page { margin: 18mm 16mm; }
  :root { color-scheme: light; --page: #fff; --ink: #000; --mute: #444; --rule: #999; --accent: #000; }
${tones(0)}
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  .text { font-size: 11.5pt; line-height: 1.75; }
  mark span, .bar, .sample { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .bracket.first, .bracket.last, .bracket.first.last { box-shadow: none; }
  a { color: inherit; }
  h1, .legend { break-inside: avoid; }
}
@media (max-width: 36rem) { .spans { padding-inline-start: 1.8rem; } .text { padding-inline-start: 1.4rem; } }
`;
