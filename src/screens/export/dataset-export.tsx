import { t } from '#language/t.ts';
import { type Whose } from '#core/bundle/whose.ts';
import { type ArticleId } from '#core/project/project.ts';
import { type DatasetExport as Wanted, type MadeDataset } from '#state/exporting/export-store.ts';
import { useSession, useStores } from '#state/react.tsx';
import { useExporting, useLaterStores } from '#state/react-later.tsx';
import { CancelledMessage } from '#ui/cancelled-message.tsx';
import { Message } from '#ui/message.tsx';
import { ProgressBar } from '#ui/progress-bar.tsx';
import { useEffect, useMemo } from 'react';
import { type DatasetSettings } from './dataset-settings.ts';
import { GoldLeftOut } from './gold-left-out.tsx';
import { MadeFile } from './made-file.tsx';

interface DatasetExportProps {
  readonly formatId: string;
  readonly articleIds: ReadonlySet<ArticleId>;
  readonly whose: Whose;
  readonly settings: DatasetSettings;
}

/** Makes the file in another format as often as something else is chosen, and shows what came of it. */
export function DatasetExport({ formatId, articleIds, whose, settings }: DatasetExportProps) {
  const { annotate } = useStores();
  const { exporting } = useLaterStores();
  const making = useExporting((state) => state.making);
  const project = useSession((state) => state.project);
  const wanted = useMemo((): Wanted => {
    const { options, isAnonymous, isSplit, shares, seed, renames } = settings;
    const split = isSplit ? { shares, seed } : undefined;
    return {
      formatId,
      articleIds,
      whose,
      options,
      prepare: { annotatorIds: 'all', renames, isAnonymous, split },
    };
  }, [formatId, articleIds, whose, settings]);
  useEffect(() => {
    let isCurrent = true;
    const make = async (): Promise<void> => {
      // An edit that is still on its way to the disk belongs into the file.
      await annotate.getState().settled();
      if (isCurrent) await exporting.getState().make(wanted);
    };
    void make();
    return () => {
      isCurrent = false;
      // A file that is no longer asked for must not be there to be saved.
      exporting.getState().leave();
    };
  }, [annotate, exporting, wanted, project]);

  switch (making.kind) {
    case 'refused':
      return <Message kind="problem">{making.message}</Message>;
    case 'cancelled':
      return (
        <CancelledMessage
          again={t`Make the file`}
          onAgain={() => void exporting.getState().make(wanted)}
        >{t`Making the file was cancelled.`}</CancelledMessage>
      );
    case 'making':
      return (
        <ProgressBar
          name={t`Making the file`}
          progress={making.progress}
          onCancel={() => {
            exporting.getState().cancelMaking();
          }}
        />
      );
    case 'made':
      return (
        <>
          {whose.kind === 'gold' && <GoldLeftOut chosen={articleIds.size} written={articlesIn(making.made)} />}
          <MadeFile made={making.made} fileName={making.fileName} />
        </>
      );
  }
}

function articlesIn({ tally }: MadeDataset): number {
  return tally.reduce((sum, { articles }) => sum + articles, 0);
}
