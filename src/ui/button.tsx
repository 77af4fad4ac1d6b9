import { type ComponentPropsWithRef } from 'react';
import styles from './button.module.css';

interface ButtonProps extends ComponentPropsWithRef<'button'> {
  readonly look?: 'plain' | 'primary' | 'danger' | 'quiet' | 'icon';
}

/** A button; `primary` for the one thing that a screen is for. */
export function Button({ look = 'plain', className, type = 'button', ...rest }: ButtonProps) {
  // oxlint-disable-next-line react/button-has-type
  return (
    <button type={type} className={[styles.button, styles[look], className].filter(Boolean).join(' ')} {...rest} />
  );
}

interface LinkButtonProps extends ComponentPropsWithRef<'a'> {
  readonly href: string;
  readonly look?: 'plain' | 'primary';
}

/** A link that looks like a button, for the way to another screen. */
export function LinkButton({ look = 'plain', className = '', children, ...rest }: LinkButtonProps) {
  return (
    <a className={`${styles.button} ${styles.link} ${styles[look] ?? ''} ${className}`} {...rest}>
      {children}
    </a>
  );
}
