import type { ComponentChildren } from 'preact';
import { strings } from '../../i18n';
import { Key, StateKeys } from '../../parts/Legend';
import { partyCodeName } from '../../vocabulary';
import { colourOf, colours, Hatching } from './colours';
import { en } from './strings.en';
import { nb } from './strings.nb';

interface LegendProps {
  holders: string[];
  changes: string[];
  hatched: boolean;
}

/** `SYR:GOV + SYR:MIL` in words, and as it is. */
function HolderName({ code }: { code: string }) {
  return (
    <>
      {code.split(' + ').map(partyCodeName).join(' + ')} <span class="code muted">{code}</span>
    </>
  );
}

/** Whose the colours are, and what the shapes of claims mean. */
export function Legend({ holders, changes, hatched }: LegendProps) {
  const words = strings({ en, nb });
  const named = holders.slice(0, colours);
  return (
    <>
      <ul class="legend" aria-label={words.holders}>
        {named.map((code) => (
          <HolderKey
            key={code}
            colour={colourOf(code, holders)}
            name={<HolderName code={code} />}
          />
        ))}
        {holders.length > colours && (
          <HolderKey colour={`control-holder-${colours + 1}`} name={words.others} />
        )}
        <HolderKey colour="control-nobody" name={words.nobody} />
        {hatched && (
          <Key width={18} name={words.hatched}>
            <Hatching id="control-hatching-legend" />
            <rect fill="url(#control-hatching-legend)" width="18" height="12" />
          </Key>
        )}
      </ul>
      <ul class="legend" aria-label={words.changes}>
        <StateKeys states={changes} />
      </ul>
    </>
  );
}

interface HolderKeyProps {
  colour: string;
  name: ComponentChildren;
}

function HolderKey({ colour, name }: HolderKeyProps) {
  return (
    <Key width={18} name={name}>
      <rect class={`control-bar ${colour}`} x="1" y="1" width="16" height="10" rx="2" />
    </Key>
  );
}
