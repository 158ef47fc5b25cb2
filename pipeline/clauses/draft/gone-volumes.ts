import type { CaseStanding } from '../../model/case-steps.js';
import { isUnfiled } from '../../model/effect.js';
import type { RegisterView } from '../../model/rule.js';

/** Whether a volume was destroyed by an act that is filed: until then nothing goes. */
export async function isGone({ destroyed }: CaseStanding, register: Pick<RegisterView, 'act'>): Promise<boolean> {
  if (destroyed === null) return false;
  const act = await register.act(destroyed.by);
  return act === undefined || !isUnfiled(act.row.state);
}
