import { type AnnotatorId, type ArticleId } from '#core/project/project.ts';
import { EXPORT_FORMATS, type ExportFormat } from '#state/exporting/export-formats.ts';
import { useLibrary, useSession, useStores } from '#state/react.tsx';
import { nameOf } from '#state/session-store.ts';
import { SelectField } from '#ui/field.tsx';
import { Page } from '#ui/page.tsx';
import { useEffect, useMemo, useState } from 'react';
import { ArticleChoice } from './article-choice.tsx';
import { DatasetExport } from './dataset-export.tsx';
import { DatasetOptions } from './dataset-options.tsx';
import { type DatasetSettings, firstSettings } from './dataset-settings.ts';
import { ExportPreview } from './export-preview.tsx';
import styles from './export-screen.module.css';
import { FormatAbout } from './format-about.tsx';

/** Our own format; every other is in the registry. */
const NATIVE = 'native';

interface ExportScreenProps {
  /** The only one that is ticked at first; all where it is undefined. */
  readonly articleId: ArticleId | undefined;
  readonly formats?: readonly ExportFormat[];
}

/** Choose a format, articles and layers, see what is lost and how the file begins, download it. */
export function ExportScreen({ articleId, formats = EXPORT_FORMATS }: ExportScreenProps) {
  const { exporting } = useStores();
  const articles = useLibrary((state) => state.present());
  const isRead = useLibrary((state) => state.phase !== 'loading');
  const projectId = useSession((state) => state.project.id);
  const [whose, setWhose] = useState<AnnotatorId | 'all'>('all');
  const [format, setFormat] = useState<ExportFormat>();
  const [settings, setSettings] = useState<DatasetSettings>();
  const [chosen, setChosen] = useState<ReadonlySet<ArticleId> | 'all'>(
    articleId === undefined ? 'all' : new Set([articleId]),
  );
  const articleIds = useMemo(
    () => new Set(articles.filter(({ id }) => chosen === 'all' || chosen.has(id)).map(({ id }) => id)),
    [articles, chosen],
  );
  useEffect(() => {
    void exporting.getState().loadProfiles();
    // Names of another project's labels mean nothing here.
    setSettings((current) => current && { ...current, renames: { labels: new Map(), linkTypes: new Map() } });
  }, [exporting, projectId]);
  const choose = (id: string): void => {
    const next = formats.find((known) => known.id === id);
    setFormat(next);
    // What does not belong to the format stays as it was chosen.
    if (next) setSettings({ ...(settings ?? firstSettings(next)), options: next.defaults });
  };
  return (
    <Page
      title="Export"
      lead={
        format
          ? 'A labelled dataset for other programs. Nothing leaves this device unless you pass the file on.'
          : 'The file holds the articles with their annotations, and can be imported in any browser. Nothing leaves this device unless you pass the file on.'
      }
    >
      <div className={styles.columns}>
        <div className={styles.choices}>
          <SelectField
            label="Format"
            value={format?.id ?? NATIVE}
            options={[
              { value: NATIVE, text: 'Spanmark bundle (JSON)' },
              ...formats.map(({ id, name }) => ({ value: id, text: name })),
            ]}
            onChange={choose}
          >
            {format ? (
              <FormatAbout format={format} />
            ) : (
              <small className={styles.hint}>
                Everything, without loss: to go on in another browser, to hand to a reviewer, to keep as a copy. Offsets
                are given in UTF-16 and in code points.
              </small>
            )}
          </SelectField>
          <AnnotatorChoice whose={whose} onChange={setWhose} />
          {format && settings && <DatasetOptions format={format} settings={settings} onChange={setSettings} />}
          <ArticleChoice articles={articles} chosen={chosen} onChange={setChosen} />
        </div>
        {!isRead && <p>Reading the library…</p>}
        {isRead && !format && <ExportPreview articleIds={articleIds} annotatorId={whose} />}
        {isRead && format && settings && (
          <DatasetExport formatId={format.id} articleIds={articleIds} annotatorId={whose} settings={settings} />
        )}
      </div>
    </Page>
  );
}

interface AnnotatorChoiceProps {
  readonly whose: AnnotatorId | 'all';
  readonly onChange: (whose: AnnotatorId | 'all') => void;
}

/** Whose layers go into the file. */
function AnnotatorChoice({ whose, onChange }: AnnotatorChoiceProps) {
  const articles = useLibrary((state) => state.present());
  const annotators = useSession((state) => state.annotators);
  const writer = useSession((state) => state.annotatorId);
  const withLayers = useMemo(
    () => new Set(articles.flatMap(({ progress }) => progress.map((layer) => layer.annotatorId))),
    [articles],
  );
  const people = annotators.filter(({ id }) => withLayers.has(id));
  return (
    <SelectField
      label="Annotations of"
      value={whose}
      onChange={onChange}
      options={[
        { value: 'all', text: 'everyone' },
        ...people.map(({ id }) => ({
          value: id,
          text: `${nameOf(annotators, id)}${id === writer ? ' (you)' : ''}`,
        })),
      ]}
    />
  );
}
