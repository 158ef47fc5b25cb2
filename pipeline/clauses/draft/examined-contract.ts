import type { Digest } from '../../model/digest.js';
import type { DraftContent } from '../../model/draft.js';
import type { PendingContract } from '../../model/examination.js';
import type { RegisterView } from '../../model/rule.js';

/** The digest that a draft names a contract by; undefined for what is none. */
export function digestIn({ contract }: DraftContent): Digest | undefined {
  const digest = contract?.toLowerCase() ?? '';
  return /^[0-9a-f]{64}$/.test(digest) ? (digest as Digest) : undefined;
}

/** The contract that a document of its examination is about, while it waits. */
export async function examinedContract(content: DraftContent, { pendingContract }: RegisterView): Promise<PendingContract | undefined> {
  const digest = digestIn(content);
  return digest && pendingContract(digest);
}
