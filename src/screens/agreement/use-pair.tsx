import { t } from '#language/t.ts';
import { type AgreementReport, type PairAgreement } from '#core/agreement/report.ts';
import { SelectField } from '#ui/field.tsx';
import { type ReactNode, useState } from 'react';
import { useNames } from './use-names.ts';

/** A choice of two annotators, or of all pairs: the pair, undefined for all, and the field. */
export function usePair({ pairs }: AgreementReport): readonly [PairAgreement | undefined, ReactNode] {
  const names = useNames();
  const [chosen, setChosen] = useState('all');
  const common = pairs.filter(({ articles }) => articles > 0);
  const pair = common.find((each) => keyOf(each) === chosen);
  const field = (
    <SelectField
      label={t`Annotators`}
      value={pair ? chosen : 'all'}
      options={[
        { value: 'all', text: t`all pairs` },
        ...common.map((each) => ({
          value: keyOf(each),
          text: t`${names.annotator(each.one)} and ${names.annotator(each.other)}`,
        })),
      ]}
      onChange={setChosen}
    />
  );
  return [pair, field];
}

function keyOf({ one, other }: PairAgreement): string {
  return JSON.stringify([one, other]);
}
