import { parseArgs } from 'node:util';
import { PEERS, QUICK_PEERS } from '../components/peers.mjs';

const ALL_SIZES = ['S', 'M', 'L', 'XL'];

/**
 * @typedef {object} Options
 * @property {boolean} quick
 * @property {boolean} write whether RESULTS.md is written
 * @property {readonly string[]} peers
 * @property {readonly string[]} sizes smallest first
 * @property {number} runs rounds of the component bench
 * @property {ReadonlySet<'components' | 'app'>} parts
 */

/**
 * What the command line asks for. Throws an error that says what is wrong with it.
 *
 * @param {readonly string[]} args
 * @returns {Options}
 */
export function optionsFrom(args) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      write: { type: 'boolean' },
      peers: { type: 'string' },
      sizes: { type: 'string' },
      runs: { type: 'string' },
      only: { type: 'string' },
    },
  });
  const { quick, only } = values;
  const peers = listed('peers', values.peers, Object.keys(PEERS)) ?? (quick ? QUICK_PEERS : Object.keys(PEERS));
  const asked = listed('sizes', values.sizes, ALL_SIZES) ?? (quick ? ['S', 'L'] : ALL_SIZES);
  const runs = values.runs === undefined ? (quick ? 2 : 5) : Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1) throw new Error(`--runs ${values.runs} is not a number of rounds.`);
  const parts = listed('only', only, ['components', 'app']) ?? ['components', 'app'];
  const isWhole = [values.peers, values.sizes, only].every((value) => value === undefined);
  return {
    quick,
    write: values.write ?? (!quick && isWhole),
    peers,
    sizes: ALL_SIZES.filter((size) => asked.includes(size)),
    runs,
    parts: new Set(/** @type {('components' | 'app')[]} */ (parts)),
  };
}

/** @param {string} option @param {string | undefined} value @param {readonly string[]} known */
function listed(option, value, known) {
  const names = value?.split(',');
  const wrong = names?.find((name) => !known.includes(name));
  if (wrong !== undefined) throw new Error(`--${option} does not know “${wrong}”. It knows ${known.join(', ')}.`);
  return names;
}
