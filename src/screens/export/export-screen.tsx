import { t } from '#language/t.ts';
import { tNodes } from '#ui/t-nodes.tsx';
import { EVERYONE, type Whose } from '#core/bundle/whose.ts';
import { type AnnotatorId, type ArticleId } from '#core/project/project.ts';
import { ADDRESSES } from '#state/addresses.ts';
import { EXPORT_FORMATS, type ExportFormat } from '#state/exporting/export-formats.ts';
import { useLibrary } from '#state/react.tsx';
import { CheckField } from '#ui/check-field.tsx';
import { SelectField } from '#ui/field.tsx';
import { Page } from '#ui/page.tsx';
import { useMemo, useState } from 'react';
import { ArticleChoice } from './article-choice.tsx';
import { DatasetExport } from './dataset-export.tsx';
import { DatasetOptions } from './dataset-options.tsx';
import preview from './export-preview.module.css';
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
  /** The format that is chosen at first; our own where it is undefined. */
  readonly formatId?: string | undefined;
  /** The only one whose layers are chosen at first; everyone's where it is undefined. */
  readonly annotatorId?: AnnotatorId | undefined;
  readonly formats?: readonly ExportFormat[];
}

/** Choose a format, articles and layers, see what is lost and how the file begins, download it. */
export function ExportScreen({ articleId, formatId, annotatorId, formats = EXPORT_FORMATS }: ExportScreenProps) {
  const articles = useLibrary((state) => state.present());
  const [whose, setWhose] = useState<Whose>(
    annotatorId === undefined ? EVERYONE : { kind: 'some', annotatorIds: new Set([annotatorId]) },
  );
  const [withLogs, setWithLogs] = useState(false);
  const { chosen, choose, change } = useFormatChoice(formats, formatId);
  const [ticked, setTicked] = useState<ReadonlySet<ArticleId> | 'all'>(
    articleId === undefined ? 'all' : new Set([articleId]),
  );
  const articleIds = useMemo(
    () => new Set(articles.filter(({ id }) => ticked === 'all' || ticked.has(id)).map(({ id }) => id)),
    [articles, ticked],
  );
  return (
    <Page
      title={t`Export`}
      lead={
        chosen?.format.isForPeople ? (
          t`A file for readers, who need nothing but a browser. Nothing leaves this device unless you pass the file on.`
        ) : chosen ? (
          t`A labelled dataset for other programs. Nothing leaves this device unless you pass the file on.`
        ) : (
          <>{tNodes`The file holds the articles with their annotations, and can be imported in any browser. Nothing leaves this device unless you pass the file on. For a reviewer, or to assign articles, there is ${<a href={ADDRESSES.share}>{t`Share`}</a>}.`}</>
        )
      }
    >
      <div className={styles.columns}>
        <div className={styles.choices}>
          <SelectField
            label={t`Format`}
            value={chosen?.format.id ?? NATIVE}
            options={[
              { value: NATIVE, text: t`Spanmark bundle (JSON)` },
              ...formats
                .toSorted((a, b) => Number(b.isForPeople) - Number(a.isForPeople))
                .map(({ id, name, isForPeople }) => ({
                  value: id,
                  text: name,
                  group: isForPeople ? t`For readers` : t`Labelled datasets`,
                })),
            ]}
            onChange={choose}
          >
            {chosen ? (
              <FormatAbout format={chosen.format} />
            ) : (
              <small
                className={styles.hint}
              >{t`Everything, without loss: to go on in another browser, to hand to a reviewer, to keep as a copy. Offsets are given in UTF-16 and in code points.`}</small>
            )}
          </SelectField>
          <WhoseChoice whose={whose} onChange={setWhose} />
          {!chosen && whose.kind !== 'gold' && (
            <CheckField
              label={t`Include every edit, to put the work of two devices together`}
              isChecked={withLogs}
              onChange={setWithLogs}
            />
          )}
          {chosen && <DatasetOptions {...chosen} onChange={change} />}
          <ArticleChoice articles={articles} chosen={ticked} onChange={setTicked} />
        </div>
        <Made articleIds={articleIds} whose={whose} chosen={chosen} withLogs={withLogs} />
      </div>
    </Page>
  );
}

interface MadeProps {
  readonly articleIds: ReadonlySet<ArticleId>;
  readonly whose: Whose;
  readonly withLogs: boolean;
  /** Undefined for a bundle. */
  readonly chosen: ReturnType<typeof useFormatChoice>['chosen'];
}

/** How the file begins and what it leaves out, or why there is none yet. */
function Made({ articleIds, whose, chosen, withLogs }: MadeProps) {
  const isRead = useLibrary((state) => state.phase !== 'loading');
  const hasArticles = useLibrary((state) => state.present().length > 0);
  const missing = missingIn(articleIds, whose);
  if (!isRead) return <p>{t`Reading the library…`}</p>;
  if (!hasArticles) {
    return (
      <p
        className={preview.none}
      >{tNodes`There is no article to export yet. ${<a href={ADDRESSES.import}>{t`Import one`}</a>} first.`}</p>
    );
  }
  if (missing !== '') return <p className={preview.none}>{missing}</p>;
  if (!chosen) return <ExportPreview articleIds={articleIds} whose={whose} withLogs={withLogs} />;
  return <DatasetExport formatId={chosen.format.id} articleIds={articleIds} whose={whose} settings={chosen.settings} />;
}

/** What has to be ticked before there can be a file; empty where there can be one. */
function missingIn(articleIds: ReadonlySet<ArticleId>, whose: Whose): string {
  if (articleIds.size === 0) return t`Tick at least one article.`;
  return whose.kind === 'some' && whose.annotatorIds.size === 0 ? t`Tick at least one annotator.` : '';
}
