import type { RenderedAct } from '../model/act.js';
import { Fault } from '../model/fault.js';
import { type Office, sealingBody } from '../model/office.js';
import { signatoryOn } from '../model/signatory.js';
import type { Rendering } from '../rendering/rendering.js';
import { type LongTerm, signing } from '../signing/signing.js';
import { systemClock } from './clock.js';
import { keyring } from './keyring.js';
import { markOf, type SignedElsewhere } from './signed-elsewhere.js';

/** Signing by the officials and the seals of an office; acts that are signed elsewhere wait where `elsewhere` tells how. */
export function signingStage(
  office: Office,
  { stamps }: Rendering,
  elsewhere: SignedElsewhere['way'] | undefined,
  proofs: LongTerm | undefined,
): ReturnType<typeof signing> {
  const keyOf = keyring(office);
  return signing({
    painter: stamps,
    clock: systemClock,
    timeZone: office.timezone,
    async signatory({ act }: RenderedAct) {
      const official = signatoryOn(office, act.date, act.draft.content.signatory ?? {});
      if (official?.key === undefined)
        throw new Fault('key-missing', `office.yaml: nobody in officials with a key may sign ${act.kind.id} of ${act.date}`);
      return { key: await keyOf(official.key), post: official.post, name: official.name, mark: await markOf(official) };
    },
    elsewhere,
    longTerm: proofs,
    async seal({ act }: RenderedAct) {
      const { seal, fullName, edrpou } = sealingBody(office, act.kind.issuerOf(act.draft.content));
      return { key: await keyOf(seal), body: fullName, edrpou };
    },
  });
}
