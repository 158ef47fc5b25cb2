import type { Row } from './row.js';
import { archive } from './rows/archive.js';
import { coldCheck } from './rows/cold-check.js';
import { contracts } from './rows/contracts.js';
import { longAnnexMemory, manyDraftsMemory } from './rows/memory.js';
import { oneDecision } from './rows/one-decision.js';
import { rendering } from './rows/rendering.js';
import { search } from './rows/search.js';
import { signatures } from './rows/signatures.js';
import { thousand } from './rows/thousand.js';
import { verify } from './rows/verify.js';

/** Every row of the table, in its order. */
export const rows: readonly Row[] = [
  oneDecision,
  thousand,
  rendering,
  signatures,
  coldCheck,
  manyDraftsMemory,
  longAnnexMemory,
  search,
  verify,
  contracts,
  archive,
];
