import { t } from '#language/t.ts';
import { type ProjectId } from '#core/project/project.ts';
import { ADDRESSES } from '#state/addresses.ts';
import { useProjects, useSession, useStores } from '#state/react.tsx';
import { Menu } from '#ui/menu.tsx';
import { lazy, Suspense, useState } from 'react';

const NewProjectDialog = lazy(async () => ({
  default: (await import('#screens/settings/new-project-dialog.tsx')).NewProjectDialog,
}));

const ACTIONS = [
  { id: 'new-project', text: t`New project…` },
  { id: 'manage-projects', text: t`Manage projects` },
] as const;

/** Which project is shown, and the way to the others; only where there is more than one. */
export function ProjectMenu() {
  const { projects } = useStores();
  const all = useSession((state) => state.projects);
  const current = useSession((state) => state.project);
  const isBusy = useProjects((state) => state.isBusy);
  const [isNewOpen, setNewOpen] = useState(false);
  const offered = all.filter(({ id, isAway }) => !isAway || id === current.id);
  const choose = async (id: ProjectId): Promise<void> => {
    const from = location.hash;
    if (id === current.id || !(await projects.getState().switchTo(id))) return;
    // Whoever went elsewhere while the project was read stays there.
    if (location.hash === from) location.hash = ADDRESSES.library;
  };
  return (
    <>
      {offered.length > 1 && (
        <Menu
          label={t`Project`}
          // An id comes from outside, and must not be taken for an action.
          chosen={`project ${current.id}`}
          choices={offered.map(({ id, name }) => ({ id: `project ${id}`, text: name }))}
          actions={ACTIONS}
          isDisabled={isBusy}
          onChoose={(chosen) => {
            if (chosen === 'new-project') setNewOpen(true);
            else if (chosen === 'manage-projects') location.hash = ADDRESSES.settings;
            else void choose(chosen.slice('project '.length) as ProjectId);
          }}
        />
      )}
      {isNewOpen && (
        <Suspense fallback={null}>
          <NewProjectDialog
            isOpen
            onClose={() => {
              setNewOpen(false);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
