import { expect, test } from 'vitest';
import { PEERS } from '../components/peers.mjs';
import { optionsFrom } from './options.mjs';

test('without options everything is measured and written', () => {
  expect(optionsFrom([])).toEqual({
    quick: false,
    write: true,
    peers: Object.keys(PEERS),
    sizes: ['S', 'M', 'L', 'XL'],
    runs: 5,
    parts: new Set(['components', 'app']),
  });
});

test('a quick run measures less and writes nothing unless it is asked to', () => {
  const quick = optionsFrom(['--quick']);
  expect(quick).toMatchObject({ quick: true, write: false, sizes: ['S', 'L'], runs: 2 });
  expect(quick.peers).toContain('spanmark');
  expect(optionsFrom(['--quick', '--write']).write).toBe(true);
});

test('a choice is taken, sizes in their order, and does not replace the results of a whole run', () => {
  expect(optionsFrom(['--peers', 'rangy,spanmark', '--sizes', 'L,S', '--runs', '3', '--only', 'components'])).toEqual({
    quick: false,
    write: false,
    peers: ['rangy', 'spanmark'],
    sizes: ['S', 'L'],
    runs: 3,
    parts: new Set(['components']),
  });
});

test.each([
  [['--peers', 'brat'], '--peers does not know “brat”'],
  [['--sizes', 'XXL'], '--sizes does not know “XXL”'],
  [['--runs', '0'], '--runs 0 is not a number of rounds'],
  [['--runs', 'many'], '--runs many is not a number of rounds'],
  [['--only', 'nothing'], '--only does not know “nothing”'],
  [['--slow'], '--slow'],
])('%j is refused', (args, message) => {
  expect(() => optionsFrom(args)).toThrow(message);
});
