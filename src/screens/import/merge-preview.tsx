import { t } from '#language/t.ts';
import { tNodes } from '#ui/t-nodes.tsx';
import { type MergeChoice } from '#core/merge/conflict.ts';
import { findLabel } from '#core/labels/label-set.ts';
import { nameOfChoice } from '#state/merge-choices.ts';
import { useSession, useStores, useTransfer } from '#state/react.tsx';
import { nameOf } from '#state/session-store.ts';
import { type ReadFile } from '#state/transfer-store.ts';
import { SmallSelect } from '#ui/field.tsx';
import { count, plural } from '#language/numbers.ts';
import { LabelMark } from '#views/labels/label-mark.tsx';
import { directionOf } from '#core/text/direction.ts';
import { useId } from 'react';
import styles from './merge-preview.module.css';

type Bundle = ReadFile & { readonly kind: 'bundle' };
type Merge = Bundle['merges'][number];
type Conflict = Merge['conflicts'][number];
type Side = NonNullable<Conflict['mine']>;

interface MergePreviewProps {
  readonly handle: number;
  readonly bundle: Bundle;
}

/** Layers that were edited here and on another device: what comes in, and what the user has to choose about. */
export function MergePreview({ handle, bundle }: MergePreviewProps) {
  const { merges, strangers, plan } = bundle;
  const heading = useId();
  const withoutLog = (plan.layers.get('kept') ?? 0) - strangers;
  if (merges.length === 0 && strangers === 0 && withoutLog === 0) return null;
  return (
    <section className={styles.merges} aria-labelledby={heading}>
      <h3 id={heading}>{t`Edited here and elsewhere`}</h3>
      {strangers > 0 && (
        <p>
          {plural(
            strangers,
            '# layer of the file and of this browser did not begin as the same, so their edits cannot be put together: what is here is kept.',
            '# layers of the file and of this browser did not begin as the same, so their edits cannot be put together: what is here is kept.',
          )}{' '}
          {t`To have both, import the file into a new project.`}
        </p>
      )}
      {withoutLog > 0 && (
        <p>
          {plural(
            withoutLog,
            '# layer that is kept as here comes without the edits that led to it.',
            '# layers that are kept as here come without the edits that led to them.',
          )}{' '}
          {t`Where the file was made by the same annotator on another device, export it there again with “Include every edit”: then both can be put together.`}
        </p>
      )}
      {merges.map((merge) => (
        <MergedLayer key={JSON.stringify([merge.articleId, merge.annotatorId])} handle={handle} merge={merge} />
      ))}
    </section>
  );
}

function MergedLayer({ handle, merge }: { readonly handle: number; readonly merge: Merge }) {
  const { title, language, annotatorId, conflicts } = merge;
  const annotators = useSession((state) => state.annotators);
  return (
    <div className={styles.layer}>
      <h4>
        <bdi lang={language}>{title}</bdi>
        <span className={styles.by}> {tNodes`by ${<bdi>{nameOf(annotators, annotatorId)}</bdi>}`}</span>
      </h4>
      <p>{changesInWords(merge)}</p>
      {conflicts.length > 0 && <Conflicts handle={handle} merge={merge} />}
    </div>
  );
}

function changesInWords({ changes, conflicts }: Merge): string {
  const added =
    changes === 0
      ? t`Nothing is changed without a question`
      : plural(changes, '# change made elsewhere is added', '# changes made elsewhere are added');
  if (conflicts.length === 0) return t`${added}; nothing conflicts with what was done here.`;
  const open = plural(conflicts.length, '# conflicts with what was done here', '# conflict with what was done here');
  return t`${added}; ${open}.`;
}

/** So many conflicts are shown one by one; all can be chosen about at once. */
const SHOWN = 200;

function Conflicts({ handle, merge }: { readonly handle: number; readonly merge: Merge }) {
  const { transfer } = useStores();
  const merging = useTransfer((state) => state.merging);
  const { conflicts, title } = merge;
  const choiceOf = ({ key }: Conflict): MergeChoice => merging.get(nameOfChoice(handle, merge, key)) ?? 'mine';
  const choose = (keys: readonly string[], choice: MergeChoice): void => {
    transfer.getState().chooseMerge(handle, merge, keys, choice);
  };
  const chosen = new Set(conflicts.map(choiceOf));
  const [only] = chosen;
  return (
    <>
      {conflicts.length > 1 && (
        <div className={styles.all}>
          <span aria-hidden="true">{t`For all of them`}</span>
          <SmallSelect<MergeChoice | 'each'>
            name={t`For all conflicts in “${title}”`}
            value={chosen.size === 1 ? only! : 'each'}
            options={[
              ...(chosen.size === 1 ? [] : [{ value: 'each' as const, text: t`As chosen below` }]),
              { value: 'mine', text: t`Keep what is here` },
              { value: 'theirs', text: t`Take what the file has` },
              ...(conflicts.some(({ mayKeepBoth }) => mayKeepBoth)
                ? [{ value: 'both' as const, text: t`Keep both where both can stand` }]
                : []),
            ]}
            onChange={(choice) => {
              if (choice !== 'each')
                choose(
                  conflicts.map(({ key }) => key),
                  choice,
                );
            }}
          />
        </div>
      )}
      <ol className={styles.conflicts}>
        {conflicts.slice(0, SHOWN).map((conflict, index) => (
          <li key={conflict.key}>
            <ConflictChoice
              conflict={conflict}
              number={index + 1}
              language={merge.language}
              choice={choiceOf(conflict)}
              onChoose={(choice) => {
                choose([conflict.key], choice);
              }}
            />
          </li>
        ))}
        {conflicts.length > SHOWN && (
          <li>{t`and ${count(conflicts.length - SHOWN)} more, of which becomes what is chosen for all of them.`}</li>
        )}
      </ol>
    </>
  );
}

interface ConflictChoiceProps {
  readonly conflict: Conflict;
  readonly number: number;
  readonly language: string;
  readonly choice: MergeChoice;
  readonly onChoose: (choice: MergeChoice) => void;
}

function ConflictChoice({ conflict, number, language, choice, onChoose }: ConflictChoiceProps) {
  const name = useId();
  const { mine, theirs, mayKeepBoth } = conflict;
  const option = (value: MergeChoice, text: string, side: Side | undefined, removed: string) => (
    <label>
      <input
        type="radio"
        name={name}
        checked={choice === value}
        onChange={() => {
          onChoose(value);
        }}
      />
      <span className={styles.option}>
        <b>{text}</b>
        {side ? <SideWords side={side} language={language} /> : removed !== '' && <span>{removed}</span>}
      </span>
    </label>
  );
  return (
    <fieldset className={styles.conflict}>
      <legend>{t`Conflict ${number}`}</legend>
      {option('mine', t`Keep what is here`, mine, t`Removed here`)}
      {option('theirs', t`Take what the file has`, theirs, t`Removed in the file`)}
      {mayKeepBoth && option('both', t`Keep both`, undefined, '')}
    </fieldset>
  );
}

function SideWords({ side, language }: { readonly side: Side; readonly language: string }) {
  const labelSet = useSession((state) => state.project.labelSet);
  const label = side.label && findLabel(labelSet, side.label);
  return (
    <span className={styles.side}>
      <span className={styles.label}>
        {label && <LabelMark label={label} />}
        <bdi>{side.name}</bdi>
      </span>
      <span className={styles.words} lang={language} dir={directionOf(language)}>
        {side.words.map(({ text, isHit }, index) =>
          // The parts of a snippet do not move.
          // oxlint-disable-next-line react/no-array-index-key
          isHit ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
        )}
      </span>
      {[...side.values, ...(side.note === '' ? [] : [t`Note: ${side.note}`])].map((value) => (
        <span key={value} className={styles.value} dir="auto">
          {value}
        </span>
      ))}
    </span>
  );
}
