import { EVERYONE, type Whose } from '#core/bundle/whose.ts';
import { type ArticleId } from '#core/project/project.ts';
import { ADDRESSES } from '#state/addresses.ts';
import { EXPORT_FORMATS, type ExportFormat } from '#state/exporting/export-formats.ts';
import { useLibrary } from '#state/react.tsx';
import { SelectField } from '#ui/field.tsx';
import { Page } from '#ui/page.tsx';
import { useMemo, useState } from 'react';
import { ArticleChoice } from './article-choice.tsx';
import { DatasetExport } from './dataset-export.tsx';
import { DatasetOptions } from './dataset-options.tsx';
import { ExportPreview } from './export-preview.tsx';
import styles from './export-screen.module.css';
import { FormatAbout } from './format-about.tsx';
import { useFormatChoice } from './use-format-choice.ts';
import { WhoseChoice } from './whose-choice.tsx';

/** Our own format; every other is in the registry. */
const NATIVE = 'native';

interface ExportScreenProps {
  /** The only one that is ticked at first; all where it is undefined. */
  readonly articleId: ArticleId | undefined;
  readonly formats?: readonly ExportFormat[];
}

/** Choose a format, articles and layers, see what is lost and how the file begins, download it. */
export function ExportScreen({ articleId, formats = EXPORT_FORMATS }: ExportScreenProps) {
  const articles = useLibrary((state) => state.present());
  const isRead = useLibrary((state) => state.phase !== 'loading');
  const [whose, setWhose] = useState<Whose>(EVERYONE);
  const { chosen, choose, change } = useFormatChoice(formats);
  const [ticked, setTicked] = useState<ReadonlySet<ArticleId> | 'all'>(
    articleId === undefined ? 'all' : new Set([articleId]),
  );
  const articleIds = useMemo(
    () => new Set(articles.filter(({ id }) => ticked === 'all' || ticked.has(id)).map(({ id }) => id)),
    [articles, ticked],
  );
  return (
    <Page
      title="Export"
      lead={
        chosen ? (
          'A labelled dataset for other programs. Nothing leaves this device unless you pass the file on.'
        ) : (
          <>
            The file holds the articles with their annotations, and can be imported in any browser. Nothing leaves this
            device unless you pass the file on. For a reviewer, or to assign articles, there is{' '}
            <a href={ADDRESSES.share}>Share</a>.
          </>
        )
      }
    >
      <div className={styles.columns}>
        <div className={styles.choices}>
          <SelectField
            label="Format"
            value={chosen?.format.id ?? NATIVE}
            options={[
              { value: NATIVE, text: 'Spanmark bundle (JSON)' },
              ...formats.map(({ id, name }) => ({ value: id, text: name })),
            ]}
            onChange={choose}
          >
            {chosen ? (
              <FormatAbout format={chosen.format} />
            ) : (
              <small className={styles.hint}>
                Everything, without loss: to go on in another browser, to hand to a reviewer, to keep as a copy. Offsets
                are given in UTF-16 and in code points.
              </small>
            )}
          </SelectField>
          <WhoseChoice whose={whose} onChange={setWhose} />
          {chosen && <DatasetOptions {...chosen} onChange={change} />}
          <ArticleChoice articles={articles} chosen={ticked} onChange={setTicked} />
        </div>
        {!isRead && <p>Reading the library…</p>}
        {isRead && !chosen && <ExportPreview articleIds={articleIds} whose={whose} />}
        {isRead && chosen && (
          <DatasetExport formatId={chosen.format.id} articleIds={articleIds} whose={whose} settings={chosen.settings} />
        )}
      </div>
    </Page>
  );
}
