// An article with its records, to be read, checked and corrected.

import { useMemo } from 'preact/hooks';
import '../../article/article.css';
import { articleOf } from '../../article/article';
import { api } from '../../api/client';
import { useLoad } from '../../api/hooks';
import { strings } from '../../i18n';
import { shortTitle } from '../../article/shortTitle';
import { Page } from '../../parts/Page';
import { Problem, Loading } from '../../parts/States';
import type { PageProps } from '../registry';
import { About } from './About';
import { Reading } from './Reading';
import { en } from './strings.en';
import { nb } from './strings.nb';

export default function Reader({ params }: PageProps) {
  const words = strings({ en, nb });
  const key = params.key ?? '';
  const loaded = useLoad(key, (signal) => api.document(key, signal));
  const found = loaded.data;
  const article = useMemo(() => found && articleOf(found.text, found.coded), [found]);
  if (!found || !article) {
    return (
      <Page title={words.title}>
        {loaded.problem ? <Problem problem={loaded.problem} again={loaded.reload} /> : <Loading />}
      </Page>
    );
  }
  return (
    <Page title={shortTitle(found.title) || found.id} lead={<About found={found} />}>
      <Reading found={found} article={article} />
    </Page>
  );
}
