import { t } from '#language/t.ts';
import { GROUP_KINDS } from '#core/alignment/group.ts';
import { useSession } from '#state/react.tsx';
import { useLaterStores, useReview } from '#state/react-later.tsx';
import { QUEUE_ORDERS, type QueueOrder } from '#state/review/queue-state.ts';
import { KIND_WORDS } from '#state/review/review-words.ts';
import { CheckField } from '#ui/check-field.tsx';
import { SelectField, TextField } from '#ui/field.tsx';
import styles from './queue-filters.module.css';

const ORDER_WORDS: Readonly<Record<QueueOrder, string>> = {
  undecided: t`Most open groups first`,
  disagreement: t`Most disagreement first`,
  f1: t`Lowest F1 first`,
  library: t`As in the library`,
  random: t`At random`,
};

/** Which articles of the queue are shown, and in which order. */
export function QueueFilters() {
  const { review } = useLaterStores();
  const { order, filter } = useReview((state) => state.queue);
  const labels = useSession((state) => state.project.labelSet.labels);
  const annotators = useSession((state) => state.annotators);
  const narrow = review.getState().filterQueue;
  return (
    <div className={styles.filters} role="group" aria-label={t`Filter and order`}>
      <TextField
        label={t`Title or source has`}
        type="search"
        value={filter.phrase}
        onChange={(event) => {
          narrow({ phrase: event.target.value });
        }}
      />
      <SelectField
        label={t`Order`}
        value={order}
        options={QUEUE_ORDERS.map((value) => ({ value, text: ORDER_WORDS[value] }))}
        onChange={(next) => {
          review.getState().sortQueue(next);
        }}
      />
      <SelectField
        label={t`Difference`}
        value={filter.kind}
        options={[{ value: '', text: t`Any` }, ...GROUP_KINDS.map((value) => ({ value, text: KIND_WORDS[value] }))]}
        onChange={(kind) => {
          narrow({ kind });
        }}
      />
      <SelectField
        label={t`Label`}
        value={filter.label}
        options={[{ value: '', text: t`Any` }, ...labels.map(({ id, name }) => ({ value: id, text: name }))]}
        onChange={(label) => {
          narrow({ label });
        }}
      />
      <SelectField
        label={t`Annotator`}
        value={filter.annotatorId}
        options={[{ value: '', text: t`Any` }, ...annotators.map(({ id, name }) => ({ value: id, text: name }))]}
        onChange={(annotatorId) => {
          narrow({ annotatorId });
        }}
      />
      <CheckField
        label={t`Changed since only`}
        isChecked={filter.isStaleOnly}
        onChange={(isStaleOnly) => {
          narrow({ isStaleOnly });
        }}
      />
    </div>
  );
}
