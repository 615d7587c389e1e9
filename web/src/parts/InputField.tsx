// An input with its label above it.

import type { JSX } from 'preact';
import { useId } from 'preact/hooks';

type InputFieldProps = JSX.InputHTMLAttributes<HTMLInputElement> & { label: string };

export function InputField({ label, ...input }: InputFieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input id={id} {...input} />
    </div>
  );
}
