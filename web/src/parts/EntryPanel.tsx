// The entry that somebody has chosen in a chart, beside the chart.

import type { ComponentChildren } from 'preact';
import { api } from '../api/client';
import { useLoad } from '../api/hooks';
import type { Entry } from '../api/types';
import { strings } from '../i18n';
import { useFilters } from '../router/filters';
import { entryAddress } from './addresses';
import { ChosenPanel } from './ChosenPanel';
import { entryTitle } from './entryTitle';
import { Answer } from './States';

const en = { whole: 'All that is known of it' };
const nb: typeof en = { whole: 'Alt som er kjent om den' };

interface EntryPanelProps<E extends Entry> {
  id: string;
  kind: E['kind'];
  close: () => void;
  children: (entry: E) => ComponentChildren;
}

export function EntryPanel<E extends Entry>(props: EntryPanelProps<E>) {
  const { id, kind, close, children } = props;
  const words = strings({ en, nb });
  const [{ as_of }] = useFilters();
  const entry = useLoad([id, as_of], (signal) => api.entry(id, as_of, signal));
  const found = entry.data?.kind === kind ? (entry.data as E) : null;
  return (
    <ChosenPanel title={<bdi>{found ? entryTitle(found) : id}</bdi>} close={close}>
      <Answer of={entry}>
        {() =>
          found && (
            <>
              {children(found)}
              <p>
                <a href={entryAddress(found.id)}>{words.whole}</a>
              </p>
            </>
          )
        }
      </Answer>
    </ChosenPanel>
  );
}
