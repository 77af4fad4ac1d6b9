import { smallInSentence } from '#language/case.ts';
import { withCommas } from '#language/lists.ts';
import { t } from '#language/t.ts';
import { type AttributeId } from '#core/labels/attribute.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { findAttribute, findLabel, findLinkType, type LabelSet } from '#core/labels/label-set.ts';
import { calledQuery, labelsInWords, oneOf, pluralOf } from '#core/search/ready-queries.ts';
import { writeFilter } from '#core/search/query.ts';
import { type NameGroup } from '#core/statistics/name-groups.ts';
import { annotateAddress, searchAddress } from '#state/addresses.ts';
import { type Counted } from '#state/corpus-store.ts';
import { useSession } from '#state/react.tsx';
import { nameOf } from '#state/session-store.ts';
import { LabelMark } from '#views/labels/label-mark.tsx';
import { StatusMark } from '#views/labels/status-mark.tsx';
import { type FigureRow, FigureTable } from './figure-table.tsx';
import styles from './figures.module.css';

/** Every table about what is counted. What can be looked at is a link to the search that finds it. */
export function Figures({ counted }: { readonly counted: Counted }) {
  const labelSet = useSession((state) => state.project.labelSet);
  const more = useMoreFilters(counted);
  return (
    <>
      <div className={styles.columns}>
        <FigureTable
          caption={t`Labels`}
          columns={[t`Label`, t`Spans`, t`Articles`]}
          bars={0}
          rows={counted.labels.map(({ label, count, articles }) => ({
            key: label,
            name: (
              <a href={searchAddress(`${writeFilter('label', nameOfLabel(labelSet, label))}${more}`)}>
                <Label labelSet={labelSet} id={label} />
              </a>
            ),
            cells: [count, articles],
          }))}
        />
        <FigureTable
          caption={t`Missing links`}
          columns={[t`What lacks a link`, t`Spans`, t`Of`]}
          bars={0}
          barsOf={1}
          empty={t`No link type is required.`}
          rows={counted.missing.map(({ linkType, missing, of, query }) => {
            const type = findLinkType(labelSet, linkType);
            return {
              key: linkType,
              name: (
                <a href={searchAddress(query + more)}>
                  {t`${labelsInWords(labelSet, type?.from ?? [])} without ${oneOf(type?.name ?? linkType)}`}
                </a>
              ),
              cells: [missing, of],
            };
          })}
        />
        {counted.names.map(({ label, groups }) => (
          <FigureTable
            key={label}
            caption={t`Most frequent ${smallInSentence(pluralOf(nameOfLabel(labelSet, label)))}`}
            columns={[nameOfLabel(labelSet, label), t`Spans`, t`Articles`]}
            bars={0}
            rows={nameRows(groups, calledQuery(labelSet).start, more)}
          />
        ))}
        {counted.targets
          .filter(({ groups }) => groups.length > 0)
          .map(({ linkType, groups }) => (
            <FigureTable
              key={linkType}
              caption={t`${findLinkType(labelSet, linkType)?.name ?? linkType}: where most links point`}
              columns={[t`Words`, t`Links`, t`Articles`]}
              bars={0}
              rows={nameRows(groups, '', more)}
            />
          ))}
        {counted.attributes.map(({ label, attribute, values, without, query }) => (
          <FigureTable
            key={`${label} ${attribute}`}
            caption={`${nameOfLabel(labelSet, label)}: ${nameOfAttribute(labelSet, label, attribute)}`}
            columns={[t`Value`, t`Spans`]}
            bars={0}
            rows={[
              ...values.map(({ words, count }, index) => ({ key: `${index} ${words}`, name: words, cells: [count] })),
              { key: 'none', name: <a href={searchAddress(query + more)}>{t`No value`}</a>, cells: [without] },
            ]}
          />
        ))}
      </div>
      <FigureTable
        caption={t`Articles`}
        columns={[t`Article`, t`Status`, ...labelSet.labels.map(({ name }) => name), t`All`]}
        bars={labelSet.labels.length + 1}
        rows={counted.articles.map(({ articleId, title, status, counts, total }) => ({
          key: articleId,
          name: <a href={annotateAddress(articleId)}>{title}</a>,
          cells: [<StatusMark key="status" status={status} />, ...counts, total],
        }))}
      />
    </>
  );
}

/** Each name with the other names of the same thing, and how often it is marked. */
function nameRows(groups: readonly NameGroup[], start: string, more: string): readonly FigureRow[] {
  return groups.map(({ words, others, count, articles }) => ({
    key: words,
    name: (
      <>
        <a href={searchAddress(`${start}${writeFilter('called', words)}${more}`)}>{words}</a>
        {others.length > 0 && <small>{t`also ${withCommas(others)}`}</small>}
      </>
    ),
    cells: [count, articles],
  }));
}

/** What a search must say besides, so that it finds what was counted. */
function useMoreFilters({ choice }: Counted): string {
  const writer = useSession((state) => state.annotatorId);
  const annotators = useSession((state) => state.annotators);
  const by = choice.annotatorId === writer ? '' : ` ${writeFilter('by', nameOf(annotators, choice.annotatorId))}`;
  return `${by}${choice.isDoneOnly ? ' status:done' : ''}`;
}

function Label({ labelSet, id }: { readonly labelSet: LabelSet; readonly id: LabelId }) {
  const label = findLabel(labelSet, id);
  return (
    <span className={styles.label}>
      {label && <LabelMark label={label} />}
      {label?.name ?? id}
    </span>
  );
}

function nameOfLabel(labelSet: LabelSet, id: LabelId): string {
  return findLabel(labelSet, id)?.name ?? id;
}

function nameOfAttribute(labelSet: LabelSet, label: LabelId, id: AttributeId): string {
  return findAttribute(findLabel(labelSet, label), id)?.name ?? id;
}
