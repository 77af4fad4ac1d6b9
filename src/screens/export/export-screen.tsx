import { type AnnotatorId, type ArticleId } from '#core/project/project.ts';
import { useLibrary, useSession } from '#state/react.tsx';
import { nameOf } from '#state/session-store.ts';
import { SelectField } from '#ui/field.tsx';
import { Page } from '#ui/page.tsx';
import { useMemo, useState } from 'react';
import { ArticleChoice } from './article-choice.tsx';
import { ExportPreview } from './export-preview.tsx';
import styles from './export-screen.module.css';

/** The formats that there are; each option of the list says what it is for. */
const FORMATS = [{ value: 'native', text: 'Spanmark bundle (JSON)' }] as const;

/** Choose articles and layers, see the start of the file, download it. */
export function ExportScreen({ articleId }: { readonly articleId: ArticleId | undefined }) {
  const articles = useLibrary((state) => state.present());
  const annotators = useSession((state) => state.annotators);
  const writer = useSession((state) => state.annotatorId);
  const [whose, setWhose] = useState<AnnotatorId | 'all'>('all');
  const [format, setFormat] = useState<(typeof FORMATS)[number]['value']>('native');
  const [chosen, setChosen] = useState<ReadonlySet<ArticleId> | 'all'>(
    articleId === undefined ? 'all' : new Set([articleId]),
  );
  const articleIds = useMemo(
    () => new Set(articles.filter(({ id }) => chosen === 'all' || chosen.has(id)).map(({ id }) => id)),
    [articles, chosen],
  );
  const isRead = useLibrary((state) => state.phase !== 'loading');
  const withLayers = useMemo(
    () => new Set(articles.flatMap(({ progress }) => progress.map((layer) => layer.annotatorId))),
    [articles],
  );
  const people = annotators.filter(({ id }) => withLayers.has(id));
  return (
    <Page
      title="Export"
      lead="The file holds the articles with their annotations, and can be imported in any browser. Nothing leaves this device unless you pass the file on."
    >
      <div className={styles.columns}>
        <div className={styles.choices}>
          <SelectField label="Format" value={format} options={FORMATS} onChange={setFormat}>
            <small className={styles.hint}>
              Everything, without loss: to go on in another browser, to hand to a reviewer, to keep as a copy. Offsets
              are given in UTF-16 and in code points.
            </small>
          </SelectField>
          <SelectField
            label="Annotations of"
            value={whose}
            onChange={setWhose}
            options={[
              { value: 'all', text: 'everyone' },
              ...people.map(({ id }) => ({
                value: id,
                text: `${nameOf(annotators, id)}${id === writer ? ' (you)' : ''}`,
              })),
            ]}
          />
          <ArticleChoice articles={articles} chosen={chosen} onChange={setChosen} />
        </div>
        {isRead ? <ExportPreview articleIds={articleIds} annotatorId={whose} /> : <p>Reading the library…</p>}
      </div>
    </Page>
  );
}
