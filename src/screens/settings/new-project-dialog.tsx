import { t } from '#language/t.ts';
import { type ProjectId } from '#core/project/project.ts';
import { ADDRESSES } from '#state/addresses.ts';
import { type LabelSource } from '#state/projects-store.ts';
import { useProjects, useSession, useStores } from '#state/react.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { SelectField, TextField } from '#ui/field.tsx';
import { Message } from '#ui/message.tsx';
import { type FormEvent, useState } from 'react';
import styles from './new-project-dialog.module.css';

interface NewProjectDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Asks for the name and the label set of a new project, then makes it and goes to its library. */
export function NewProjectDialog({ isOpen, onClose }: NewProjectDialogProps) {
  return (
    <Dialog title={t`New project`} isOpen={isOpen} onClose={onClose}>
      <NewProjectForm onClose={onClose} />
    </Dialog>
  );
}

const COPY = 'copy of ';

function NewProjectForm({ onClose }: { readonly onClose: () => void }) {
  const { projects } = useStores();
  const all = useSession((state) => state.projects);
  const failure = useProjects((state) => state.failure);
  const isBusy = useProjects((state) => state.isBusy);
  const [name, setName] = useState('');
  const [labels, setLabels] = useState('default');
  const [withGuidelines, setWithGuidelines] = useState(true);
  const copied = all.find(({ id }) => labels === `${COPY}${id}`);
  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!(await projects.getState().add(name, sourceOf(labels, withGuidelines)))) return;
    onClose();
    location.hash = ADDRESSES.library;
  };
  return (
    <form className={styles.form} onSubmit={(event) => void add(event)}>
      {failure !== '' && <Message kind="problem">{failure}</Message>}
      <TextField
        label={t`Name`}
        // A dialog's first field is where the focus belongs.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        maxLength={200}
        value={name}
        onChange={(event) => {
          setName(event.target.value);
        }}
      />
      <SelectField
        label={t`Label set`}
        value={labels}
        options={[
          { value: 'default', text: t`Entity, claim and quote` },
          { value: 'empty', text: t`No labels` },
          ...all.map((project) => ({ value: `${COPY}${project.id}`, text: t`As in “${project.name}”` })),
        ]}
        onChange={setLabels}
      />
      {copied !== undefined && copied.guidelines.length > 0 && (
        <label className={styles.tick}>
          <input
            type="checkbox"
            checked={withGuidelines}
            onChange={(event) => {
              setWithGuidelines(event.target.checked);
            }}
          />
          {t`Copy its guidelines as well`}
        </label>
      )}
      <p
        className={styles.hint}
      >{t`A project has articles, a label set, guidelines and layers of its own. What you change in one changes nothing in the others.`}</p>
      <div className={styles.actions}>
        <Button onClick={onClose}>{t`Cancel`}</Button>
        <Button type="submit" look="primary" disabled={isBusy || name.trim() === ''}>{t`Create project`}</Button>
      </div>
    </form>
  );
}

function sourceOf(chosen: string, withGuidelines: boolean): LabelSource {
  if (chosen.startsWith(COPY)) return { kind: 'copy', of: chosen.slice(COPY.length) as ProjectId, withGuidelines };
  return { kind: chosen === 'empty' ? 'empty' : 'default' };
}
