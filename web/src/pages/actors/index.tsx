// Actors: a network of who does what to whom, the register, and each actor by its name.

import { strings } from '../../i18n';
import { FilterBar } from '../../parts/FilterBar';
import { Page } from '../../parts/Page';
import { ViewSwitch } from '../../parts/Switch';
import { oneOf, optionalText, useQuery } from '../../router/query';
import { ploverTypes } from '../../vocabulary';
import { ActorPage } from './ActorPage';
import { Network } from './Network';
import { Register } from './Register';
import { en } from './strings.en';
import { nb } from './strings.nb';
import '../../parts/chosen.css';
import './actors.css';

const views = ['network', 'register'] as const;

export default function Actors() {
  const [{ name }] = useQuery({ name: optionalText });
  return name ? <ActorPage key={name} name={name} /> : <AllActors />;
}

function AllActors() {
  const words = strings({ en, nb });
  const [{ view }, setQuery] = useQuery({ view: oneOf(views, 'network') });
  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={<ViewSwitch words={words} views={views} view={view} setQuery={setQuery} />}
    >
      {view === 'network' ? (
        <>
          <FilterBar types={ploverTypes} />
          <Network />
        </>
      ) : (
        <>
          <FilterBar names={['actor', 'country', 'as_of']} />
          <Register />
        </>
      )}
    </Page>
  );
}
