import { t } from '#language/t.ts';
import { type LabelSet } from '#core/labels/label-set.ts';
import { attributeKeys, foldName, keyOfAttribute, parseQuery, withFilter, writeFilter } from '#core/search/query.ts';
import { EVERYONE } from '#core/search/search-plan.ts';
import { annotatorsWhoBegan } from '#state/library-article.ts';
import { useLibrary, useSession } from '#state/react.tsx';
import { SelectField } from '#ui/field.tsx';
import { useMemo } from 'react';
import styles from './search-filters.module.css';

interface SearchFiltersProps {
  readonly query: string;
  readonly onChange: (query: string) => void;
}

interface Option {
  readonly value: string;
  readonly text: string;
}

/** The filters of the query as controls: each shows what the query says, and writes into it. */
export function SearchFilters({ query, onChange }: SearchFiltersProps) {
  const labelSet = useSession((state) => state.project.labelSet);
  const people = useAnnotatorOptions();
  const keys = attributeKeys(labelSet);
  const choose = (of: readonly string[], option: string): void => {
    const at = option.indexOf(':');
    const filter = option === '' ? undefined : { key: option.slice(0, at), value: option.slice(at + 1) };
    onChange(withFilter(query, labelSet, of, filter));
  };
  const controls = [
    { label: t`Label`, of: ['label'], options: [{ value: '', text: t`Any label` }, ...labelOptions(labelSet)] },
    { label: t`Value`, of: keys, options: [{ value: '', text: t`Any value` }, ...valueOptions(labelSet)] },
    { label: t`Spans of`, of: ['by'], options: people },
    { label: t`Status`, of: ['status'], options: STATUSES },
    { label: t`Search in`, of: ['in'], options: PLACES },
  ];
  return (
    <div className={styles.filters}>
      {controls.map(({ label, of, options }) => (
        <SelectField
          key={label}
          label={label}
          value={chosenOf(query, labelSet, of, options)}
          options={options}
          onChange={(option) => {
            choose(of, option);
          }}
        />
      ))}
    </div>
  );
}

const STATUSES: readonly Option[] = [
  { value: '', text: t`Any status` },
  { value: 'status:not-started', text: t`Not started` },
  { value: 'status:in-progress', text: t`In progress` },
  { value: 'status:done', text: t`Done` },
];

const PLACES: readonly Option[] = [
  { value: '', text: t`Everything` },
  { value: 'in:text', text: t`Texts` },
  { value: 'in:spans', text: t`Spans` },
  { value: 'in:notes', text: t`Notes` },
];

function labelOptions({ labels }: LabelSet): readonly Option[] {
  return labels.map(({ name }) => ({ value: `label:${name}`, text: name }));
}

/** A query means the same in every language of the interface. */
const YES_NO: readonly { readonly written: string; readonly name: string }[] = [
  { written: 'Yes', name: t`Yes` },
  { written: 'No', name: t`No` },
];

/** The values of choices; what holds free text or numbers is typed. */
function valueOptions({ labels }: LabelSet): readonly Option[] {
  const options = labels.flatMap(({ attributes }) =>
    attributes.flatMap((attribute) => {
      const values =
        attribute.kind === 'yes-no' ? YES_NO : attribute.values.map(({ name }) => ({ written: name, name }));
      return values.map(({ written, name }) => ({
        value: `${keyOfAttribute(attribute)}:${written}`,
        text: `${attribute.name}: ${name}`,
      }));
    }),
  );
  return [...new Map(options.map((option) => [option.value, option])).values()];
}

/** You first, then everyone, then the others who have begun something. */
function useAnnotatorOptions(): readonly Option[] {
  const annotators = useSession((state) => state.annotators);
  const writer = useSession((state) => state.annotatorId);
  const articles = useLibrary((state) => state.articles);
  const begun = useMemo(() => annotatorsWhoBegan(annotators, articles), [annotators, articles]);
  const others = begun.filter(({ id }) => id !== writer);
  return [
    { value: '', text: t`You` },
    { value: `by:${EVERYONE}`, text: t`Everyone` },
    ...others.map(({ name }) => ({ value: `by:${name}`, text: name })),
  ];
}

/** The option that the query's last filter of these keys stands for; the first, which is none, where it is no option. */
function chosenOf(query: string, labelSet: LabelSet, keys: readonly string[], options: readonly Option[]): string {
  const filter = parseQuery(query, labelSet).filters.findLast(({ key }) => keys.includes(key));
  if (!filter) return '';
  const wanted = foldName(writeFilter(filter.key, filter.value));
  const isWanted = ({ value }: Option): boolean => {
    const at = value.indexOf(':');
    return value !== '' && foldName(writeFilter(value.slice(0, at), value.slice(at + 1))) === wanted;
  };
  return options.find(isWanted)?.value ?? '';
}
