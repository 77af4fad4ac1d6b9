import { overlaps, type TextRange } from '#core/text/range.ts';
import { KindIcon } from '#views/review/kind-icon.tsx';
import { PersonMark } from '#views/review/person-mark.tsx';
import { type CSSProperties, useLayoutEffect, useState } from 'react';
import styles from './group-overlay.module.css';
import { type GroupScene } from './group-scene.ts';
import { type DrawnGroups, measureGroups, NOTHING_DRAWN } from './measure-groups.ts';
import { useLaidOut } from './text-overlay.tsx';
import { useTextPlace } from './text-place.ts';
import { useNearText } from './use-near-text.ts';

/** Outlines of groups, signs in the margin, and what everybody says below the lines. All of it is told in words elsewhere. */
export function GroupOverlay({ scene }: { readonly scene: GroupScene }) {
  const { container, layout } = useTextPlace();
  const [drawn, setDrawn] = useState(NOTHING_DRAWN);
  const near = useNearText(container, layout);
  const laidOut = useLaidOut(container);
  useLayoutEffect(() => {
    // Where the text stands is known only once it is in the page.
    // oxlint-disable-next-line react/set-state-in-effect
    setDrawn(measureGroups(container.current!, layout, nearOf(scene, near)));
    // A new layout moves the text while all else stays the same.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [container, layout, scene, near, laidOut]);
  return (
    <>
      <div className={`${styles.overlay} ${styles.under}`} aria-hidden="true">
        {drawn.heat.map(({ key, box, share }) => (
          <span
            key={key}
            className={styles.heat}
            data-tone={scene.heatTone}
            style={{ ...box, opacity: 0.2 + 0.8 * share }}
          />
        ))}
        {drawn.core.map(({ key, box }) => (
          <span key={key} className={styles.core} style={box}>
            {scene.tones?.map((tone) => (
              <span key={tone} data-tone={tone} />
            ))}
          </span>
        ))}
        {drawn.contested.map(({ key, box }) => (
          <span key={key} className={styles.contested} style={box} />
        ))}
      </div>
      <MarksAndLanes drawn={drawn} />
    </>
  );
}

function MarksAndLanes({ drawn }: { readonly drawn: DrawnGroups }) {
  return (
    <div className={styles.overlay} aria-hidden="true">
      {drawn.outlines.map(({ key, box, kind, around, isCurrent }) => (
        <span
          key={key}
          className={`${styles.outline} ${styles[kind]} ${isCurrent ? styles.current : ''}`}
          data-current={isCurrent ? '' : undefined}
          style={{ ...box, outlineOffset: 1 + 3 * Math.min(around, 3) }}
        />
      ))}
      {drawn.edges.map(({ key, box, votes }) => (
        <span key={key} className={styles.edge} style={{ ...box, borderInlineStartWidth: Math.min(1 + votes, 4) }} />
      ))}
      {drawn.pips.map(({ key, kind, top, place, isFirst, isCurrent }) => (
        <span
          key={key}
          className={`${styles.pip} ${styles[kind]} ${isCurrent ? styles.currentPip : ''} ${isFirst ? '' : styles.second}`}
          data-sign={kind}
          style={{ top, '--place': place } as CSSProperties}
        >
          <KindIcon kind={kind} size={12} />
        </span>
      ))}
      {drawn.thin.map(({ key, box, tone }) => (
        <span key={key} className={styles.thin} data-tone={tone} style={box} />
      ))}
      {drawn.bars.map(({ key, box, lane, isStart, isEnd }) => (
        <span
          key={key}
          className={`${styles.bar} ${isStart ? styles.start : ''} ${isEnd ? styles.end : ''} ${lane.isChosen ? styles.chosen : ''}`}
          data-tone={lane.tone}
          style={box}
        />
      ))}
      {drawn.badges.map(({ key, left, top, lane }) => (
        <span key={key} className={`${styles.badge} ${lane.isChosen ? styles.chosen : ''}`} style={{ left, top }}>
          {lane.people.map((look) => (
            <PersonMark key={look.letter} look={look} />
          ))}
          {lane.note !== '' && <span>{lane.note}</span>}
        </span>
      ))}
    </div>
  );
}

/** The part of a scene that is near the viewport. */
function nearOf(scene: GroupScene, near: TextRange): GroupScene {
  const isNear = ({ ranges }: { readonly ranges: readonly TextRange[] }): boolean =>
    ranges.some((range) => overlaps(range, near));
  return {
    ...scene,
    marks: scene.marks.filter(isNear),
    lanes: scene.lanes.filter(isNear),
    thin: scene.thin.filter(isNear),
    heat: scene.heat.filter((range) => overlaps(range, near)),
    edges: scene.edges.filter(({ at }) => at >= near.from && at <= near.to),
  };
}
