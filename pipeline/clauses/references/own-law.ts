import type { Norms } from '../../model/norms.js';
import type { ActName } from './act-name.js';
import { titleKey } from './act-name-at.js';

/** Whether an act is the law on local self-government, which every act cites (R 5.6). */
export function isOwnLaw(act: ActName, { selfGovernmentLaw }: Norms): boolean {
  return act.title === titleKey(selfGovernmentLaw);
}

/** Whether an act is a council's, a committee's or a head's own: no norm of a sectoral or higher act. */
export function isLocalAct(act: ActName): boolean {
  return act.sort === 'bylaw' && /^(?:рішен|розпоряджен)/iu.test(act.text) && !/кабінет|кму/iu.test(act.text);
}
