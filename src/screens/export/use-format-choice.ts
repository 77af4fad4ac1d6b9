import { type ExportFormat } from '#state/exporting/export-formats.ts';
import { NO_RENAMES } from '#state/exporting/rename-profiles.ts';
import { useSession } from '#state/react.tsx';
import { useLaterStores } from '#state/react-later.tsx';
import { useEffect, useState } from 'react';
import { type DatasetSettings, firstSettings } from './dataset-settings.ts';

/** The format that was chosen, none for our own, and what was chosen for it. */
interface FormatChoice {
  readonly chosen: { readonly format: ExportFormat; readonly settings: DatasetSettings } | undefined;
  /** Chooses the format with this id; one that there is none of stands for our own. */
  readonly choose: (id: string) => void;
  readonly change: (settings: DatasetSettings) => void;
}

/** What is chosen stays from format to format, but for the options of each; names of labels stay within their project. */
export function useFormatChoice(formats: readonly ExportFormat[], firstId: string | undefined): FormatChoice {
  const { exporting } = useLaterStores();
  const projectId = useSession((state) => state.project.id);
  const [format, setFormat] = useState<ExportFormat | undefined>(() => formats.find(({ id }) => id === firstId));
  const [settings, setSettings] = useState<DatasetSettings | undefined>(() => format && firstSettings(format));
  const [namedProject, setNamedProject] = useState(projectId);
  useEffect(() => {
    void exporting.getState().loadProfiles();
  }, [exporting, projectId]);
  if (namedProject !== projectId) {
    setNamedProject(projectId);
    if (settings) setSettings({ ...settings, renames: NO_RENAMES });
  }
  return {
    chosen: format && settings && { format, settings },
    choose: (id) => {
      const next = formats.find((known) => known.id === id);
      setFormat(next);
      if (next) setSettings({ ...(settings ?? firstSettings(next)), options: next.defaults });
    },
    change: setSettings,
  };
}
