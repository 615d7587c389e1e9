// An article as it was coded, without being stored.

import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { CodedText } from '../../api/types';
import { articleOf } from '../../article/article';
import { ArticleText } from '../../article/ArticleText';
import { LayerSwitches } from '../../article/LayerSwitches';
import type { Layer } from '../../article/marks';
import { RecordList } from '../../article/RecordList';
import { RecordTitle } from '../../article/RecordTitle';
import { RecordValues } from '../../article/RecordValues';
import type { ArticleRecord } from '../../article/records';
import { en as articleEn } from '../../article/strings.en';
import { nb as articleNb } from '../../article/strings.nb';
import { useInView } from '../../article/useInView';
import { strings } from '../../i18n';
import { formatNumber } from '../../i18n/format';
import { articleLanguageName } from '../../vocabulary';
import { en } from './strings.en';
import { nb } from './strings.nb';

const nobody: ReadonlySet<string> = new Set();

export function Coded({ text, coded }: CodedText) {
  const words = strings({ en, nb });
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [coded]);
  const count = coded.events.length + coded.tolls.length + coded.ceasefires.length +
    coded.talks.length + coded.resolutions.length + coded.control.length;
  return (
    <section class="add-coded" aria-labelledby="add-coded">
      <h2 id="add-coded" ref={heading} tabIndex={-1}>
        {words.coded}
      </h2>
      <p class="muted">
        {words.codedLead}{' '}
        {words.summary(formatNumber(count), articleLanguageName(coded.language))}
      </p>
      {coded.notes.length > 0 && (
        <p>
          {words.notes}: <bdi>{coded.notes.join('; ')}</bdi>
        </p>
      )}
      <CodedReading text={text} coded={coded} />
    </section>
  );
}

function CodedReading({ text, coded }: CodedText) {
  const words = strings({ en: articleEn, nb: articleNb });
  const article = useMemo(() => articleOf(text, coded), [text, coded]);
  const [chosen, setChosen] = useState<ArticleRecord | null>(null);
  const [preview, setPreview] = useState<ArticleRecord | null>(null);
  const [hidden, setHidden] = useState<Layer[]>([]);
  const current = chosen && article.records.includes(chosen) ? chosen : null;
  useInView(article, current);
  useEffect(() => setPreview(null), [current?.id]);
  return (
    <div class="reader">
      <div>
        <div class="reader-tools">
          <LayerSwitches hidden={hidden} change={setHidden} />
        </div>
        <ArticleText
          article={article}
          record={preview ?? current}
          rejected={nobody}
          hidden={hidden}
          choose={setChosen}
        />
      </div>
      <aside class="reader-side" aria-label={words.record}>
        <section class="record-panel">
          {current ? (
            <>
              <h3>
                <RecordTitle record={current} />
              </h3>
              <RecordValues record={current} corrections={[]} />
            </>
          ) : (
            <p class="muted">{words.chooseOne}</p>
          )}
        </section>
        <section class="reader-records">
          <h3>{words.records(formatNumber(article.records.length))}</h3>
          <RecordList
            article={article}
            current={current}
            choose={setChosen}
            preview={setPreview}
          />
        </section>
      </aside>
    </div>
  );
}
