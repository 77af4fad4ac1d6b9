import { useId } from 'react';
import styles from './field.module.css';

interface RangeFieldProps {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly step: number;
  /** The value as it is read, with its unit. */
  readonly text: string;
  readonly onChange: (value: number) => void;
}

/** A slider with its label and its value above it. */
export function RangeField({ label, value, least, most, step, text, onChange }: RangeFieldProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <span className={styles.about}>
        <label htmlFor={id}>{label}</label>
        <span aria-hidden="true">{text}</span>
      </span>
      <input
        id={id}
        className={styles.slider}
        type="range"
        min={least}
        max={most}
        step={step}
        value={value}
        aria-valuetext={text}
        onChange={(event) => {
          onChange(event.target.valueAsNumber);
        }}
      />
    </div>
  );
}
