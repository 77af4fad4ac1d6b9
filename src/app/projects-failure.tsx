import { useProjects, useStores } from '#state/react.tsx';
import { FailureMessage } from '#ui/failure-message.tsx';
import styles from './shell.module.css';

/** Why the project was not switched or changed, on whatever screen it was asked for. */
export function ProjectsFailure() {
  const { projects } = useStores();
  const failure = useProjects((state) => state.failure);
  if (failure === '') return null;
  return (
    <div className={styles.failure}>
      <FailureMessage text={failure} onDismiss={projects.getState().forgetFailure} />
    </div>
  );
}
