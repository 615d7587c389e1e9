// Articles by their words. What is asked for stands in the address.

import { useEffect, useState } from 'preact/hooks';
import { api } from '../../api/client';
import { useLoad } from '../../api/hooks';
import type { SearchHit } from '../../api/types';
import { shortTitle } from '../../article/shortTitle';
import { common, strings } from '../../i18n';
import { formatNumber } from '../../i18n/format';
import { documentAddress } from '../../parts/addresses';
import { csv, download, fileName } from '../../parts/download';
import { InputField } from '../../parts/InputField';
import { Page } from '../../parts/Page';
import { PlainText } from '../../parts/PlainText';
import { Answer, Empty } from '../../parts/States';
import { DateText } from '../../parts/texts';
import { optionalNumber, text, useQuery } from '../../router/query';
import { highlight } from './highlight';
import './search.css';
import { en } from './strings.en';
import { nb } from './strings.nb';

const step = 50;
/** The server gives no more than so many. */
const most = 200;

function save(items: SearchHit[], question: string): void {
  const header = ['key', 'document', 'published', 'publisher', 'title', 'snippet'] as const;
  const rows = items.map((hit) => header.map((field) => hit[field]));
  download(fileName(`search ${question}`, 'csv'), csv([...header], rows));
}

export default function Search() {
  const words = strings({ en, nb });
  const [{ q, limit }, setQuery] = useQuery({ q: text(), limit: optionalNumber });
  const [typed, setTyped] = useState(q);
  useEffect(() => setTyped(q), [q]);
  const shown = Math.min(Math.max(limit ?? step, 1), most);
  const hits = useLoad([q, shown], async (signal) =>
    q ? api.search(q, shown, signal) : { items: [] },
  );
  const submit = (event: Event) => {
    event.preventDefault();
    setQuery({ q: typed.trim(), limit: null });
  };
  return (
    <Page title={words.title} lead={words.lead}>
      <form class="search-form" role="search" aria-label={words.title} onSubmit={submit}>
        <InputField
          label={words.words}
          type="search"
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <button type="submit" class="primary">
          {words.submit}
        </button>
      </form>
      {!q && <p class="muted">{words.begin}</p>}
      {q && (
        <Answer of={hits}>
          {({ items }) => (
            <Hits
              items={items}
              question={q}
              full={items.length === shown}
              more={shown < most ? () => setQuery({ limit: most }, { replace: true }) : undefined}
            />
          )}
        </Answer>
      )}
    </Page>
  );
}

interface HitsProps {
  items: SearchHit[];
  question: string;
  /** Whether there may be more than are shown. */
  full: boolean;
  more: (() => void) | undefined;
}

function Hits({ items, question, full, more }: HitsProps) {
  const words = strings({ en, nb });
  const count = formatNumber(items.length);
  if (items.length === 0) return <Empty title={words.none}>{words.noneText}</Empty>;
  return (
    <section aria-labelledby="search-found">
      <h2 id="search-found">
        <span role="status">{full ? words.first(count) : words.found(items.length, count)}</span>
      </h2>
      <ol class="search-hits">
        {items.map((hit) => (
          <Hit key={hit.key} hit={hit} question={question} />
        ))}
      </ol>
      <div class="table-foot">
        {full && more && (
          <button type="button" class="primary" onClick={more}>
            {words.more}
          </button>
        )}
        {full && !more && <p>{words.most}</p>}
        <button type="button" onClick={() => save(items, question)}>
          {common().table.csv}
        </button>
      </div>
    </section>
  );
}

function Hit({ hit, question }: { hit: SearchHit; question: string }) {
  return (
    <li>
      <a href={documentAddress(hit.key)}>
        <bdi>{shortTitle(hit.title) || hit.document}</bdi>
      </a>
      <div class="muted search-source">
        <bdi>{hit.publisher || common().quote.noPublisher}</bdi>
        <DateText date={hit.published} />
      </div>
      <p dir="auto" class="search-snippet">
        {highlight(hit.snippet, question).map((piece, index) => {
          const content = <PlainText>{piece.text}</PlainText>;
          return piece.hit ? <mark key={index}>{content}</mark> : content;
        })}
      </p>
    </li>
  );
}
