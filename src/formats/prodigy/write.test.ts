import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textArbitrary } from '#core/bundle/bundle.arbitrary.ts';
import { tokenize } from '#formats/exchange/tokens.ts';
import { EXAMPLE_TEXT, exampleBundle } from '#formats/exchange/example.arbitrary.ts';
import { spanReasons, writeBundle } from '#formats/exchange/written.arbitrary.ts';
import { PRODIGY } from './about.ts';
import { prodigyTokens } from './prodigy-tokens.ts';

/** What a task is made of, as far as the tests look at it. */
interface Task {
  readonly tokens: readonly {
    readonly text: string;
    readonly start: number;
    readonly end: number;
    readonly ws: boolean;
  }[];
  readonly spans: readonly Readonly<Record<string, unknown>>[];
  readonly relations: readonly Readonly<Record<string, unknown>>[];
}

async function tasksOf(...args: Parameters<typeof exampleBundle>) {
  const { files, losses } = await writeBundle(PRODIGY, exampleBundle(...args));
  const lines = files.get('prodigy.jsonl')!.trimEnd().split('\n');
  return { tasks: lines.map((line) => JSON.parse(line) as Task), losses };
}

describe('createProdigyWriter', () => {
  test('a task has tokens, spans by characters and tokens, and relations between their last tokens', async () => {
    const { tasks, losses } = await tasksOf();
    const [quote, ann] = [
      { start: 0, end: 6, token_start: 0, token_end: 3, label: 'QUOTE', text: '“Hi 🎉”', id: 's1' },
      { start: 12, end: 19, token_start: 5, token_end: 6, label: 'ENTITY', text: 'Ann Lee', id: 's2' },
    ];
    expect(tasks).toMatchObject([
      {
        text: EXAMPLE_TEXT,
        spans: [quote, ann, { start: 23, end: 27 }, { start: 29, end: 42, token_start: 11, token_end: 13 }],
        relations: [{ head: 3, child: 6, head_span: quote, child_span: ann, label: 'speaker', id: 'l1' }],
        meta: { title: 'Taxes', status: 'done' },
        _view_id: 'relations',
        _is_binary: false,
        answer: 'accept',
        _annotator_id: 'ann1',
        _timestamp: 1735787045,
      },
    ]);
    expect(Object.keys(tasks[0]!).filter((key) => key.endsWith('_hash'))).toEqual([]);
    expect(spanReasons(losses)).toEqual([]);
  });

  test('spaces belong to the token before, and a line end is a token of its own', async () => {
    const { tasks } = await tasksOf();
    const [task] = tasks;
    expect(task!.tokens.slice(2, 5)).toEqual([
      { text: '🎉', start: 4, end: 5, id: 2, ws: false },
      { text: '”', start: 5, end: 6, id: 3, ws: true },
      { text: 'said', start: 7, end: 11, id: 4, ws: true },
    ]);
    expect(task!.tokens[10]).toEqual({ text: '\n', start: 28, end: 29, id: 10, ws: false });
  });

  test('tokens and the spaces after them are the whole text, and so are their offsets', () => {
    fc.assert(
      fc.property(textArbitrary(), (text) => {
        const { all } = prodigyTokens(text, tokenize(text, 'en').tokens);
        expect(all.map((token) => `${token.text}${token.ws ? ' ' : ''}`).join('')).toBe(text);
        const points = Array.from(text);
        for (const [index, token] of all.entries()) {
          expect(token.id).toBe(index);
          expect(points.slice(token.start, token.end).join('')).toBe(token.text);
        }
      }),
      { seed: 20240617, numRuns: 300 },
    );
  });

  test('a span that no tokens tell takes its links with it, and both are named', async () => {
    const { tasks, losses } = await tasksOf([
      ['s1', 'QUOTE', '“Hi', '”'],
      ['s2', 'ENTITY', ' Ann Lee'],
      ['s3', 'ENTITY', 'ai'],
    ]);
    expect(tasks[0]!.spans).toMatchObject([{ id: 's2', start: 12, end: 19 }]);
    expect(tasks[0]!.relations).toEqual([]);
    expect(spanReasons(losses).toSorted()).toEqual([
      's1 discontinuous-dropped',
      's2 trimmed-whitespace',
      's3 not-on-token-boundary',
    ]);
    expect(losses).toContainEqual(expect.objectContaining({ reason: 'link-endpoint-dropped', linkId: 'l1' }));
  });

  test('what is not done has no answer', async () => {
    const bundle = exampleBundle();
    const layers = bundle.layers.map((layer) => ({ ...layer, status: 'in-progress' as const, changedAt: '' }));
    const { files } = await writeBundle(PRODIGY, { ...bundle, layers });
    const task = JSON.parse(files.get('prodigy.jsonl')!) as object;
    expect(task).not.toHaveProperty('answer');
    expect(task).not.toHaveProperty('_timestamp');
  });
});
