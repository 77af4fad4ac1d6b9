import { GROUP_KINDS } from '#core/alignment/group.ts';
import { useSession } from '#state/react.tsx';
import { useLaterStores, useReview } from '#state/react-later.tsx';
import { QUEUE_ORDERS, type QueueOrder } from '#state/review/queue-state.ts';
import { KIND_WORDS } from '#state/review/review-words.ts';
import { CheckField } from '#ui/check-field.tsx';
import { SelectField } from '#ui/field.tsx';
import styles from './queue-filters.module.css';

const ORDER_WORDS: Readonly<Record<QueueOrder, string>> = {
  undecided: 'Most open groups first',
  disagreement: 'Most disagreement first',
  f1: 'Lowest F1 first',
  library: 'As in the library',
  random: 'At random',
};

/** Which articles of the queue are shown, and in which order. */
export function QueueFilters() {
  const { review } = useLaterStores();
  const { order, filter } = useReview((state) => state.queue);
  const labels = useSession((state) => state.project.labelSet.labels);
  const annotators = useSession((state) => state.annotators);
  const narrow = review.getState().filterQueue;
  return (
    <div className={styles.filters} role="group" aria-label="Filter and order">
      <SelectField
        label="Order"
        value={order}
        options={QUEUE_ORDERS.map((value) => ({ value, text: ORDER_WORDS[value] }))}
        onChange={(next) => {
          review.getState().sortQueue(next);
        }}
      />
      <SelectField
        label="Difference"
        value={filter.kind}
        options={[{ value: '', text: 'Any' }, ...GROUP_KINDS.map((value) => ({ value, text: KIND_WORDS[value] }))]}
        onChange={(kind) => {
          narrow({ kind });
        }}
      />
      <SelectField
        label="Label"
        value={filter.label}
        options={[{ value: '', text: 'Any' }, ...labels.map(({ id, name }) => ({ value: id, text: name }))]}
        onChange={(label) => {
          narrow({ label });
        }}
      />
      <SelectField
        label="Annotator"
        value={filter.annotatorId}
        options={[{ value: '', text: 'Any' }, ...annotators.map(({ id, name }) => ({ value: id, text: name }))]}
        onChange={(annotatorId) => {
          narrow({ annotatorId });
        }}
      />
      <CheckField
        label="Changed since only"
        isChecked={filter.isStaleOnly}
        onChange={(isStaleOnly) => {
          narrow({ isStaleOnly });
        }}
      />
    </div>
  );
}
