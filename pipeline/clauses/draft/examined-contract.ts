import { type Digest, parseDigest } from '../../model/digest.js';
import type { DraftContent } from '../../model/draft.js';
import type { PendingContract } from '../../model/examination.js';
import type { RegisterView } from '../../model/rule.js';

/** The digest that a draft names a contract by; undefined for what is none. */
export function digestIn({ contract }: DraftContent): Digest | undefined {
  return parseDigest(contract ?? '');
}

/** The contract that a document of its examination is about, while it waits. */
export async function examinedContract(content: DraftContent, { pendingContract }: RegisterView): Promise<PendingContract | undefined> {
  const digest = digestIn(content);
  return digest && pendingContract(digest);
}
