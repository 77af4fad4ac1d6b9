import { type InputHTMLAttributes, type ReactNode, useId } from 'react';
import styles from './field.module.css';

interface TextFieldProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly label: string;
}

/** A text input with its label above it. */
export function TextField({ label, ...rest }: TextFieldProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input id={id} className={styles.control} {...rest} />
    </div>
  );
}

interface Option<Value extends string> {
  readonly value: Value;
  readonly text: string;
  /** The heading under which it stands with those beside it that have the same. */
  readonly group?: string;
}

interface SelectFieldProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly Option<Value>[];
  readonly onChange: (value: Value) => void;
  readonly children?: ReactNode;
}

/** A choice of one from a list, by the browser's own control. */
export function SelectField<Value extends string>({
  label,
  value,
  options,
  onChange,
  children,
}: SelectFieldProps<Value>) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className={styles.control}
        value={value}
        title={options.find((option) => option.value === value)?.text}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value);
          if (chosen) onChange(chosen.value);
        }}
      >
        {groupsOf(options).map(({ group, members }) => {
          const drawn = members.map(({ value: own, text }) => (
            <option key={own} value={own}>
              {text}
            </option>
          ));
          return group === undefined ? (
            drawn
          ) : (
            <optgroup key={group} label={group}>
              {drawn}
            </optgroup>
          );
        })}
      </select>
      {children}
    </div>
  );
}

/** Options beside one another that have the same group. */
function groupsOf<Value extends string>(options: readonly Option<Value>[]) {
  const groups: { readonly group: string | undefined; readonly members: Option<Value>[] }[] = [];
  for (const option of options) {
    const last = groups.at(-1);
    if (last && last.group === option.group) last.members.push(option);
    else groups.push({ group: option.group, members: [option] });
  }
  return groups;
}

interface SmallSelectProps<Value extends string> {
  /** What it chooses, for whoever cannot see what it stands beside. */
  readonly name: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly text: string }[];
  readonly onChange: (value: Value) => void;
}

/** A choice of one from a list without a label of its own, for a row that says what it is. */
export function SmallSelect<Value extends string>({ name, value, options, onChange }: SmallSelectProps<Value>) {
  return (
    <select
      className={`${styles.control} ${styles.small}`}
      aria-label={name}
      value={value}
      onChange={(event) => {
        const chosen = options.find((option) => option.value === event.target.value);
        if (chosen) onChange(chosen.value);
      }}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.text}
        </option>
      ))}
    </select>
  );
}
