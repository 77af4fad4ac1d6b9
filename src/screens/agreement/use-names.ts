import { reportNames, type ReportNames } from '#core/agreement/report-names.ts';
import { useSession } from '#state/react.tsx';
import { useMemo } from 'react';

/** What annotators, labels, attributes and link types of the open project are called. */
export function useNames(): ReportNames {
  const labelSet = useSession((state) => state.project.labelSet);
  const annotators = useSession((state) => state.annotators);
  return useMemo(() => reportNames(labelSet, annotators), [labelSet, annotators]);
}
