import { ADDRESSES } from '#state/addresses.ts';
import { type KnownProject } from '#state/known-projects.ts';
import { useProjects, useSession, useStores } from '#state/react.tsx';
import { Button } from '#ui/button.tsx';
import { plural } from '#ui/plural.ts';
import { type RefObject, useRef, useState } from 'react';
import { NewProjectDialog } from './new-project-dialog.tsx';
import styles from './projects-section.module.css';
import { PutAwayDialog } from './put-away-dialog.tsx';
import { RenameForm } from './rename-form.tsx';

/** The projects of this browser: what the current one is called, and which others there are. */
export function ProjectsSection() {
  const { session, projects } = useStores();
  const current = useSession((state) => state.project);
  const all = useSession((state) => state.projects);
  const [isNewOpen, setNewOpen] = useState(false);
  const [leaving, setLeaving] = useState<KnownProject>();
  const heading = useRef<HTMLHeadingElement>(null);
  const inUse = all.filter(({ isAway }) => !isAway);
  const away = all.filter(({ isAway }) => isAway);
  const putAway = async ({ id }: KnownProject): Promise<void> => {
    setLeaving(undefined);
    const isShown = id === current.id;
    if ((await projects.getState().putAway(id)) && isShown) location.hash = ADDRESSES.library;
    else heading.current?.focus();
  };
  return (
    <section aria-labelledby="projects-heading">
      {/* The focus comes here when the row that had it is gone. */}
      <h2 id="projects-heading" ref={heading} tabIndex={-1} className={styles.heading}>
        Projects
      </h2>
      <RenameForm
        key={`${current.id} ${current.name}`}
        label="Name of the project"
        name={current.name}
        onRename={(name) => session.getState().renameProject(name)}
      />
      {inUse.length > 1 && (
        <ul className={styles.projects} aria-label="Projects in use">
          {inUse.map((project) => (
            <ProjectRow key={project.id} project={project} onPutAway={setLeaving} />
          ))}
        </ul>
      )}
      <div>
        <Button
          onClick={() => {
            setNewOpen(true);
          }}
        >
          New project…
        </Button>
      </div>
      <AwayProjects projects={away} heading={heading} />
      <NewProjectDialog
        isOpen={isNewOpen}
        onClose={() => {
          setNewOpen(false);
        }}
      />
      <PutAwayDialog
        project={leaving}
        onClose={() => {
          setLeaving(undefined);
        }}
        onPutAway={(project) => void putAway(project)}
      />
    </section>
  );
}

interface ProjectRowProps {
  readonly project: KnownProject;
  readonly onPutAway: (project: KnownProject) => void;
}

function ProjectRow({ project, onPutAway }: ProjectRowProps) {
  const { projects } = useStores();
  const isShown = useSession((state) => state.project.id === project.id);
  const isBusy = useProjects((state) => state.isBusy);
  const switchTo = async (): Promise<void> => {
    if (await projects.getState().switchTo(project.id)) location.hash = ADDRESSES.library;
  };
  return (
    <li aria-current={isShown}>
      <ProjectName project={project} more={isShown ? ' · shown now' : ''} />
      {!isShown && (
        <Button disabled={isBusy} aria-label={`Switch to ${project.name}`} onClick={() => void switchTo()}>
          Switch to it
        </Button>
      )}
      <Button
        disabled={isBusy}
        aria-label={`Put away ${project.name}`}
        onClick={() => {
          onPutAway(project);
        }}
      >
        Put away…
      </Button>
    </li>
  );
}

interface AwayProjectsProps {
  readonly projects: readonly KnownProject[];
  readonly heading: RefObject<HTMLHeadingElement | null>;
}

function AwayProjects({ projects: away, heading }: AwayProjectsProps) {
  const { projects } = useStores();
  if (away.length === 0) return null;
  return (
    <details className={styles.away}>
      <summary>{plural(away.length, 'project')} put away</summary>
      <ul className={styles.projects} aria-label="Projects put away">
        {away.map((project) => (
          <li key={project.id}>
            <ProjectName project={project} more="" />
            <Button
              aria-label={`Take out ${project.name}`}
              onClick={() => {
                void projects
                  .getState()
                  .takeOut(project.id)
                  .then(() => heading.current?.focus());
              }}
            >
              Take out again
            </Button>
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
