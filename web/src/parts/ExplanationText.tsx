// How the program came to a record: its rule, and for events the sentence with its tree.

import { api } from '../api/client';
import { useLoad } from '../api/hooks';
import { common } from '../i18n';
import { PlainText } from './PlainText';
import { Answer } from './States';

export function ExplanationText({ id }: { id: string }) {
  const words = common().explanation;
  const explanation = useLoad(['explanation', id], (signal) => api.explanation(id, signal));
  return (
    <Answer of={explanation}>
      {({ rule, text }) => (
        <>
          {rule && (
            <p>
              {words.rule}: <code>{rule}</code>
            </p>
          )}
          {text ? (
            <pre class="explanation" role="region" aria-label={words.tree} tabIndex={0}>
              <PlainText>{text}</PlainText>
            </pre>
          ) : (
            <p class="muted">{words.noTree}</p>
          )}
        </>
      )}
    </Answer>
  );
}
