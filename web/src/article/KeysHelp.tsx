// The keys of a page, in a dialog, and the switch that turns them off.

import { useEffect, useRef } from 'preact/hooks';
import { strings } from '../i18n';
import { setShortcuts, shortcuts } from './keys';
import { en, type Strings } from './strings.en';
import { nb } from './strings.nb';

export type KeyName = keyof Strings['keyNames'];

interface KeysHelpProps {
  keys: readonly KeyName[];
  open: boolean;
  setOpen: (open: boolean) => void;
}

export function KeysHelp({ keys, open, setOpen }: KeysHelpProps) {
  const words = strings({ en, nb });
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
    if (!open) dialog.current?.close();
  }, [open]);
  return (
    <>
      <label class="keys-switch">
        <input
          type="checkbox"
          checked={shortcuts.value}
          onChange={(event) => setShortcuts(event.currentTarget.checked)}
        />
        {words.shortcuts}
      </label>
      <button type="button" onClick={() => setOpen(true)}>
        {words.keysButton}
      </button>
      <dialog
        ref={dialog}
        class="keys-help"
        aria-labelledby="keys-title"
        onClose={() => setOpen(false)}
      >
        <h2 id="keys-title">{words.keysTitle}</h2>
        <p class="muted">{shortcuts.value ? words.keysHint : words.keysOff}</p>
        <dl class="facts">
          {keys.map((key) => (
            <div key={key} class="fact">
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{words.keyNames[key]}</dd>
            </div>
          ))}
        </dl>
        <button type="button" class="primary" onClick={() => setOpen(false)}>
          {words.close}
        </button>
      </dialog>
    </>
  );
}
