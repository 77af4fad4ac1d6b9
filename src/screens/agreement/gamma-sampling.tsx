import { t } from '#language/t.ts';
import { type GammaSoFar } from '#core/agreement/progress.ts';
import { useAgreement } from '#state/react-later.tsx';
import { decimals, plural } from '#language/numbers.ts';
import styles from './gamma-sampling.module.css';
import { twoDigits } from './two-digits.ts';

const [WIDTH, HEIGHT] = [320, 72];

/** γ as it converges while chance is sampled: the number with how far it may be off, and both as they were before. */
export function GammaSampling() {
  const sampling = useAgreement((state) => state.sampling);
  const isSampling = useAgreement((state) => state.progress?.step === 'gamma');
  const known = sampling.flatMap(({ samples, value, error }) => (value === null ? [] : [{ samples, value, error }]));
  const last = known.at(-1);
  if (!isSampling || !last) return null;
  const value = twoDigits(last.value);
  const figure = last.samples > 1 ? `${value} ± ${decimals(1.96 * last.error, 3)}` : value;
  return (
    <figure className={styles.sampling}>
      <figcaption>{t`γ is ${figure} after ${plural(last.samples, 'sample')} of chance in each article.`}</figcaption>
      <Convergence known={known} />
    </figure>
  );
}

type Known = GammaSoFar & { readonly value: number };

/** The words above say where it has come to, so that nobody needs to see it. */
function Convergence({ known }: { readonly known: readonly Known[] }) {
  // With one sample nothing is known of how far it may be off.
  const sure = known.filter(({ samples }) => samples > 1);
  if (sure.length < 2) return null;
  const edges = sure.map(({ value, error }) => [value - 1.96 * error, value + 1.96 * error] as const);
  const low = Math.min(...edges.map(([below]) => below));
  const high = Math.max(...edges.map(([, above]) => above));
  const [first, last] = [sure[0]!.samples, sure.at(-1)!.samples];
  const at = (samples: number, value: number): string => {
    const x = (WIDTH * (samples - first)) / (last - first);
    const y = 2 + ((HEIGHT - 4) * (high - value)) / Math.max(high - low, 1e-9);
    return `${x.toFixed(1)} ${y.toFixed(1)}`;
  };
  const above = sure.map(({ samples }, index) => at(samples, edges[index]![1]));
  const below = sure.map(({ samples }, index) => at(samples, edges[index]![0])).toReversed();
  return (
    <svg className={styles.picture} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <path className={styles.band} d={`M${[...above, ...below].join('L')}Z`} />
      <path className={styles.line} d={`M${sure.map(({ samples, value }) => at(samples, value)).join('L')}`} />
    </svg>
  );
}
