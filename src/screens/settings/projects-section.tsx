import { t } from '#language/t.ts';
import { tNodes } from '#ui/t-nodes.tsx';
import { ADDRESSES } from '#state/addresses.ts';
import { type KnownProject } from '#state/known-projects.ts';
import { useProjects, useSample, useSession, useStores } from '#state/react.tsx';
import { Button } from '#ui/button.tsx';
import { plural } from '#language/numbers.ts';
import { type RefObject, useRef, useState } from 'react';
import { NewProjectDialog } from './new-project-dialog.tsx';
import styles from './projects-section.module.css';
import settings from './settings-screen.module.css';
import { type Leaving, PutAwayDialog } from './put-away-dialog.tsx';
import { RenameForm } from './rename-form.tsx';

/** The projects of this browser: what the current one is called, and which others there are. */
export function ProjectsSection() {
  const { session, projects } = useStores();
  const current = useSession((state) => state.project);
  const all = useSession((state) => state.projects);
  const [isNewOpen, setNewOpen] = useState(false);
  const [leaving, setLeaving] = useState<Leaving>();
  const heading = useRef<HTMLHeadingElement>(null);
  const sample = useSample();
  const inUse = all.filter(({ isAway }) => !isAway);
  const away = all.filter(({ isAway, isInTrash }) => isAway && !isInTrash);
  const leave = async ({ project: { id }, how }: Leaving): Promise<void> => {
    setLeaving(undefined);
    const isShown = id === current.id;
    const { putAway, moveToTrash } = projects.getState();
    if ((await (how === 'delete' ? moveToTrash(id) : putAway(id))) && isShown) location.hash = ADDRESSES.library;
    else heading.current?.focus();
  };
  return (
    <section aria-labelledby="projects-heading">
      {/* The focus comes here when the row that had it is gone. */}
      <h2 id="projects-heading" ref={heading} tabIndex={-1} className={styles.heading}>{t`Projects`}</h2>
      <RenameForm
        key={`${current.id} ${current.name}`}
        label={t`Name of the project`}
        name={current.name}
        onRename={(name) => session.getState().renameProject(name)}
      />
      {inUse.length > 1 && (
        <ul className={styles.projects} aria-label={t`Projects in use`}>
          {inUse.map((project) => (
            <ProjectRow key={project.id} project={project} onLeave={setLeaving} />
          ))}
        </ul>
      )}
      <div className={settings.row}>
        <Button
          onClick={() => {
            setNewOpen(true);
          }}
        >{t`New project…`}</Button>
        <Button disabled={sample.isBusy} onClick={() => void sample.open()}>{t`Try with a sample project`}</Button>
      </div>
      <AwayProjects projects={away} heading={heading} onLeave={setLeaving} />
      <p
        className={styles.hint}
      >{tNodes`What was deleted stays in the ${<a href={ADDRESSES.trash}>{t`trash`}</a>} for 30 days.`}</p>
      <NewProjectDialog
        isOpen={isNewOpen}
        onClose={() => {
          setNewOpen(false);
        }}
      />
      <PutAwayDialog
        leaving={leaving}
        onClose={() => {
          setLeaving(undefined);
        }}
        onLeave={(confirmed) => void leave(confirmed)}
      />
    </section>
  );
}

interface ProjectRowProps {
  readonly project: KnownProject;
  readonly onLeave: (leaving: Leaving) => void;
}

function ProjectRow({ project, onLeave }: ProjectRowProps) {
  const { projects } = useStores();
  const isShown = useSession((state) => state.project.id === project.id);
  const isBusy = useProjects((state) => state.isBusy);
  const switchTo = async (): Promise<void> => {
    if (await projects.getState().switchTo(project.id)) location.hash = ADDRESSES.library;
  };
  return (
    <li aria-current={isShown}>
      <ProjectName project={project} more={isShown ? ` · ${t`shown now`}` : ''} />
      {!isShown && (
        <Button
          disabled={isBusy}
          aria-label={t`Switch to ${project.name}`}
          onClick={() => void switchTo()}
        >{t`Switch to it`}</Button>
      )}
      <Button
        disabled={isBusy}
        aria-label={t`Put away ${project.name}`}
        onClick={() => {
          onLeave({ project, how: 'put-away' });
        }}
      >{t`Put away…`}</Button>
      <Button
        disabled={isBusy}
        aria-label={t`Delete ${project.name}`}
        onClick={() => {
          onLeave({ project, how: 'delete' });
        }}
      >{t`Delete…`}</Button>
    </li>
  );
}

interface AwayProjectsProps {
  readonly projects: readonly KnownProject[];
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly onLeave: (leaving: Leaving) => void;
}

function AwayProjects({ projects: away, heading, onLeave }: AwayProjectsProps) {
  const { projects } = useStores();
  if (away.length === 0) return null;
  return (
    <details className={styles.away}>
      <summary>{plural(away.length, '# project put away', '# projects put away')}</summary>
      <ul className={styles.projects} aria-label={t`Projects put away`}>
        {away.map((project) => (
          <li key={project.id}>
            <ProjectName project={project} more="" />
            <Button
              aria-label={t`Take out ${project.name}`}
              onClick={() => {
                void projects
                  .getState()
                  .takeOut(project.id)
                  .then(() => heading.current?.focus());
              }}
            >{t`Take out again`}</Button>
            <Button
              aria-label={t`Delete ${project.name}`}
              onClick={() => {
                onLeave({ project, how: 'delete' });
              }}
            >{t`Delete…`}</Button>
          </li>
        ))}
      </ul>
    </details>
  );
}

function ProjectName({ project, more }: { readonly project: KnownProject; readonly more: string }) {
  return (
    <span className={styles.name}>
      <b dir="auto" title={project.name}>
        {project.name}
      </b>
      <small>
        {plural(project.labelSet.labels.length, 'label')}
        {more}
      </small>
    </span>
  );
}
