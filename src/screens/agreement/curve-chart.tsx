import { type CurveDot, type CurveLine, type CurveShape, linePath, markPath } from '#core/agreement/curve-lines.ts';
import { decimals } from '#language/numbers.ts';
import styles from './curve-chart.module.css';

const [WIDTH, HEIGHT] = [760, 250];
const [LEFT, RIGHT, TOP, FOOT] = [56, 728, 16, 220];

/** The learning curve as lines; the table below it says the same, so that nobody needs to see it. */
export function CurveChart({ shape, groups }: { readonly shape: CurveShape; readonly groups: readonly string[] }) {
  return (
    <div className={styles.chart} aria-hidden="true">
      <ul className={styles.legend}>
        {shape.lines.map((line) => (
          <li key={line.key} data-line={line.key}>
            <svg width="40" height="14">
              <path className={styles.line} d="M0 7H40" strokeDasharray={line.dashes} />
              <path className={styles.mark} d={markPath(line.mark, 20, 7)} />
            </svg>
            {line.name}
          </li>
        ))}
      </ul>
      <svg className={styles.picture} viewBox={`0 0 ${WIDTH} ${HEIGHT}`}>
        {shape.ticks.map(({ value, y }) => {
          const height = TOP + y * (FOOT - TOP);
          return (
            <g key={value}>
              <path className={styles.rule} d={`M${LEFT - 10} ${height}H${RIGHT + 10}`} />
              <text x={LEFT - 16} y={height + 4} textAnchor="end">
                {decimals(value, 2)}
              </text>
            </g>
          );
        })}
        {groups.map((name, group) => (
          <text
            // Two groups may have been finished on one day.
            // oxlint-disable-next-line react/no-array-index-key
            key={group}
            x={LEFT + shape.groups[group]! * (RIGHT - LEFT)}
            y={FOOT + 24}
            textAnchor="middle"
          >
            {name}
          </text>
        ))}
        {shape.lines.map((line) => (
          <Line key={line.key} line={line} />
        ))}
      </svg>
    </div>
  );
}

function Line({ line: { key, runs, dashes, mark } }: { readonly line: CurveLine }) {
  return (
    <g data-line={key}>
      {runs.map((run) => (
        <g key={run[0]!.group}>
          <path className={styles.line} d={linePath(run, placeOf)} strokeDasharray={dashes} />
          {run.map((dot) => (
            <path key={dot.group} className={styles.mark} d={markPath(mark, ...placeOf(dot))} />
          ))}
        </g>
      ))}
    </g>
  );
}

function placeOf({ x, y }: CurveDot): readonly [number, number] {
  return [LEFT + x * (RIGHT - LEFT), TOP + y * (FOOT - TOP)];
}
