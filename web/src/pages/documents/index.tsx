// The articles in the store.

import { api } from '../../api/client';
import { usePages } from '../../api/hooks';
import type { StoredDocument } from '../../api/types';
import { shortTitle } from '../../article/shortTitle';
import { common, strings } from '../../i18n';
import { documentAddress } from '../../parts/addresses';
import { type Column, DataTable } from '../../parts/DataTable';
import { Page } from '../../parts/Page';
import { Empty, Problem } from '../../parts/States';
import { DateText } from '../../parts/texts';
import { articleLanguageName } from '../../vocabulary';
import { en } from './strings.en';
import { nb } from './strings.nb';

function columns(): Column<StoredDocument>[] {
  const words = strings({ en, nb });
  const { fields } = common();
  return [
    {
      key: 'title',
      title: fields.title,
      rowHeader: true,
      wide: true,
      value: (document) => document.title ?? document.id,
      cell: (document) => (
        <a href={documentAddress(document.key)}>
          <bdi>{shortTitle(document.title) || document.id}</bdi>
        </a>
      ),
    },
    {
      key: 'published',
      title: fields.published,
      value: (document) => document.published,
      cell: (document) => <DateText date={document.published} />,
    },
    { key: 'publisher', title: fields.publisher, value: (document) => document.publisher },
    {
      key: 'language',
      title: fields.language,
      value: (document) => document.language && articleLanguageName(document.language),
    },
    {
      key: 'copy_of',
      title: words.copyOf,
      value: (document) => document.copy_of,
      cell: ({ copy_of: original }) =>
        original ? (
          <a href={documentAddress(original)}>{words.original}</a>
        ) : (
          <span class="muted">–</span>
        ),
    },
    { key: 'id', title: words.id, value: (document) => document.id },
  ];
}

export default function Documents() {
  const words = strings({ en, nb });
  const documents = usePages('documents', (cursor, signal) =>
    api.documents({ limit: 100, cursor }, signal),
  );
  const none = documents.complete && documents.items.length === 0;
  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={
        <a class="button" href="/add">
          {common().nav.add}
        </a>
      }
    >
      {documents.problem && <Problem problem={documents.problem} again={documents.reload} />}
      {none ? (
        <Empty title={words.none}>{words.noneText}</Empty>
      ) : (
        <DataTable
          caption={words.title}
          hideCaption
          columns={columns()}
          rows={documents.items}
          rowKey={(document) => document.key}
          pages={documents}
        />
      )}
    </Page>
  );
}
