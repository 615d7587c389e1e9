import { StateBadge } from '../../parts/badges';
import { strings } from '../../i18n';
import { partyCodeName } from '../../vocabulary';
import { colourOf, colours, Hatching } from './colours';
import { en } from './strings.en';
import { nb } from './strings.nb';

interface LegendProps {
  holders: string[];
  changes: string[];
  hatched: boolean;
}

/** `SYR:GOV + SYR:MIL` in words. */
const holderName = (code: string): string =>
  code.split(' + ').map(partyCodeName).join(' + ');

/** Whose the colours are, and what the shapes of claims mean. */
export function Legend({ holders, changes, hatched }: LegendProps) {
  const words = strings({ en, nb });
  const named = holders.slice(0, colours);
  return (
    <>
      <ul class="legend" aria-label={words.holders}>
        {named.map((code) => (
          <li key={code} class="badge">
            <Swatch colour={colourOf(code, holders)} /> {holderName(code)}{' '}
            <span class="code muted">{code}</span>
          </li>
        ))}
        {holders.length > colours && (
          <li class="badge">
            <Swatch colour={`control-holder-${colours + 1}`} /> {words.others}
          </li>
        )}
        <li class="badge">
          <Swatch colour="control-nobody" /> {words.nobody}
        </li>
        {hatched && (
          <li class="badge">
            <svg width="18" height="12" aria-hidden="true">
              <Hatching id="control-hatching-legend" />
              <rect fill="url(#control-hatching-legend)" width="18" height="12" />
            </svg>
            {words.hatched}
          </li>
        )}
      </ul>
      <ul class="legend" aria-label={words.changes}>
        {changes.map((change) => (
          <li key={change}>
            <StateBadge state={change} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Swatch({ colour }: { colour: string }) {
  return (
    <svg width="18" height="12" aria-hidden="true">
      <rect class={`control-bar ${colour}`} x="1" y="1" width="16" height="10" rx="2" />
    </svg>
  );
}
