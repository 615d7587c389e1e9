// Who corrects, and why: kept in this browser and sent with every correction.

import { useEffect, useId, useRef } from 'preact/hooks';
import { strings } from '../i18n';
import { analyst, needsName, reason, setAnalyst, setReason } from './review';
import { en } from './strings.en';
import { nb } from './strings.nb';

export function Who({ nameless }: { nameless: boolean }) {
  const words = strings({ en, nb });
  const id = useId();
  const name = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (nameless) name.current?.focus();
  }, [nameless]);
  return (
    <div class="record-who">
      {needsName() && (
        <div class="field">
          <label for={`${id}-name`}>{words.yourName}</label>
          <input
            ref={name}
            id={`${id}-name`}
            type="text"
            autocomplete="name"
            maxLength={200}
            aria-invalid={nameless}
            aria-describedby={`${id}-needed`}
            value={analyst.value}
            onInput={(event) => setAnalyst(event.currentTarget.value)}
          />
        </div>
      )}
      <div class="field">
        <label for={`${id}-reason`}>{words.reason}</label>
        <input
          id={`${id}-reason`}
          type="text"
          maxLength={1000}
          placeholder={words.defaultReason}
          title={words.reasonHint}
          value={reason.value}
          onInput={(event) => setReason(event.currentTarget.value)}
        />
      </div>
      <p id={`${id}-needed`} class="record-needed" role="alert">
        {nameless && words.nameNeeded}
      </p>
    </div>
  );
}
