// Correcting the fields of a record. Only what was changed is sent.

import { useEffect, useRef, useState } from 'preact/hooks';
import { strings } from '../i18n';
import type { Article } from './article';
import type { Changes } from './corrections';
import { FieldInput } from './FieldInput';
import { recordName } from './fieldName';
import { fieldKind, fieldsOf } from './fields';
import { tidyParties } from './notation';
import type { ArticleRecord, RecordKind } from './records';
import { en } from './strings.en';
import { nb } from './strings.nb';

interface RecordFormProps {
  article: Article;
  record: ArticleRecord;
  /** What counts now. */
  values: Changes;
  busy: boolean;
  save: (changes: Changes) => void;
  cancel: () => void;
}

function tidied(kind: RecordKind, field: string, value: string): string {
  return fieldKind(kind, field) === 'parties' ? tidyParties(value) : value.trim();
}

function changed(kind: RecordKind, before: Changes, after: Changes): Changes {
  const tidy = fieldsOf[kind].map((field) => [field, tidied(kind, field, after[field] ?? '')]);
  return Object.fromEntries(tidy.filter(([field, value]) => value !== (before[field!] ?? '')));
}

export function RecordForm({ article, record, values, busy, save, cancel }: RecordFormProps) {
  const words = strings({ en, nb });
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState(values);
  const [unchanged, setUnchanged] = useState(false);
  useEffect(() => form.current?.querySelector<HTMLElement>('select, input')?.focus(), []);

  const submit = (event: Event) => {
    event.preventDefault();
    const changes = changed(record.kind, values, typed);
    setUnchanged(Object.keys(changes).length === 0);
    if (Object.keys(changes).length > 0) save(changes);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') cancel();
  };
  return (
    <form
      ref={form}
      class="record-form"
      aria-label={words.editing(recordName(record))}
      onSubmit={submit}
      onKeyDown={onKeyDown}
    >
      {fieldsOf[record.kind].map((field) => (
        <FieldInput
          key={field}
          kind={record.kind}
          field={field}
          value={typed[field] ?? ''}
          article={article}
          change={(value) => setTyped((before) => ({ ...before, [field]: value }))}
        />
      ))}
      <div class="record-actions">
        <button type="submit" class="primary" disabled={busy}>
          {words.save}
        </button>
        <button type="button" onClick={cancel}>
          {words.cancel}
        </button>
        <span role="status">{unchanged && words.unchanged}</span>
      </div>
    </form>
  );
}
