import type { Row } from './row.js';
import { coldCheck } from './rows/cold-check.js';
import { oneDecision } from './rows/one-decision.js';
import { rendering } from './rows/rendering.js';
import { signatures } from './rows/signatures.js';
import { thousand } from './rows/thousand.js';

/** Every row of the table, in its order. */
export const rows: readonly Row[] = [oneDecision, thousand, rendering, signatures, coldCheck];
