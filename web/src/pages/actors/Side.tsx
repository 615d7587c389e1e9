// What a code such as `RUS:GOV` means, and the code.

import { actorAddress } from '../../parts/addresses';
import { PartyCode } from '../../parts/texts';
import { partyCodeName } from '../../vocabulary';

export function Side({ code }: { code: string }) {
  return (
    <>
      {partyCodeName(code)} <PartyCode code={code} />
    </>
  );
}

export function SideLink({ code }: { code: string }) {
  return (
    <a href={actorAddress(code)}>
      <Side code={code} />
    </a>
  );
}
