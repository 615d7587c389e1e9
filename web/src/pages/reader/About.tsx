// Where an article comes from.

import type { FullDocument } from '../../api/types';
import { common, strings } from '../../i18n';
import { documentAddress } from '../../parts/addresses';
import { DateText } from '../../parts/texts';
import { articleLanguageName } from '../../vocabulary';
import { en } from './strings.en';
import { nb } from './strings.nb';

/** Only addresses of the web become links: an article could give one that runs a script. */
const isWeb = (address: string): boolean => /^https?:\/\//i.test(address);

function Address({ uri }: { uri: string }) {
  if (!isWeb(uri)) return <bdi class="code">{uri}</bdi>;
  return (
    <a href={uri} target="_blank" rel="noopener noreferrer">
      <bdi>{uri}</bdi>
    </a>
  );
}

export function About({ found }: { found: FullDocument }) {
  const words = strings({ en, nb });
  return (
    <span class="reader-about">
      <bdi>{found.publisher || common().quote.noPublisher}</bdi>
      <DateText date={found.published} />
      <span>{articleLanguageName(found.language)}</span>
      <bdi class="code">{found.id}</bdi>
      {found.uri && <Address uri={found.uri} />}
      {found.copy_of && (
        <span>
          {words.copyOf} <a href={documentAddress(found.copy_of)}>{words.original}</a>.{' '}
          {words.copyNote}
        </span>
      )}
    </span>
  );
}
