import type { Rule } from '../../model/rule.js';
import { caseOpen } from '../4.14-closed.js';
import { documentMoved } from '../4.14-refile.js';
import { movedToFit } from '../4.14-wrong-case.js';
import { withdrawalCases } from '../4.17-cases.js';
import { withdrawalLeave } from '../4.17-leave.js';
import { withdrawalReceiver } from '../4.17-receiver.js';
import { withdrawalReturned } from '../4.17-return.js';
import { handoverCases } from '../14.8-cases.js';
import { handoverPersons } from '../14.8-persons.js';
import { handoverVisas } from '../14.8-visas.js';
import { caseArticle } from '../28.2-article.js';
import { doomedClosed } from '../28.2-closed.js';
import { caseCounts } from '../28.2-counts.js';
import { doomedOnce } from '../28.2-destroyed.js';
import { doomedFree } from '../28.2-held.js';
import { doomedAfterInventory } from '../28.2-inventory.js';
import { doomedKept } from '../28.2-kept.js';
import { destructionLeave } from '../28.2-leave.js';
import { doomedAppraised } from '../28.2-minutes.js';
import { casesNamed } from '../28.2-named.js';
import { plannedCases } from '../28.2-planned.js';
import { everythingTaken } from '../28.2-taken.js';
import { takesTold } from '../28.2-takes.js';
import { doomedTerm } from '../28.2-term.js';
import { voidedInTime } from '../28.2-void.js';
import { weakArticle } from '../28.2-weak.js';
import { doomedPresent } from '../28.2-withdrawn.js';
import { appraisalDecisions } from '../28.3-decisions.js';
import { appraisedEnded } from '../28.3-ended.js';
import { appraisalCommission } from '../28.4-commission.js';
import { approvedInventories } from '../28.4-inventories.js';
import { closingCard } from '../28.5-card.js';
import { caseInOrder } from '../28.5-mend.js';
import { volumesCertified } from '../28.5-volumes.js';
import { caseEnded } from '../28.5-year.js';
import { documentsListed } from '../28.6-documents.js';
import { inventoryCases } from '../28.8-cases.js';
import { inventoryNumbers } from '../28.8-numbers.js';
import { inventoryRows } from '../28.8-rows.js';
import { inventoryYear } from '../28.8-year.js';
import { receivedAll } from '../28.9-all.js';
import { receivedByInventory } from '../28.9-inventories.js';
import { receivedAsListed } from '../28.9-listed.js';
import { receptionPersons } from '../28.9-persons.js';
import { successorKnown } from '../28.10-successor.js';

/** Cases, their closing, appraisal and archive: section 28, and what 4 and 14 say of cases. */
export const archiveRules: readonly Rule[] = [
  documentMoved,
  movedToFit,
  caseOpen,
  withdrawalLeave,
  withdrawalReceiver,
  withdrawalCases,
  withdrawalReturned,
  handoverPersons,
  handoverVisas,
  handoverCases,
  plannedCases,
  caseArticle,
  weakArticle,
  everythingTaken,
  takesTold,
  casesNamed,
  doomedClosed,
  caseCounts,
  doomedOnce,
  doomedFree,
  doomedAfterInventory,
  doomedKept,
  destructionLeave,
  doomedAppraised,
  doomedTerm,
  doomedPresent,
  voidedInTime,
  appraisalDecisions,
  appraisedEnded,
  appraisalCommission,
  approvedInventories,
  caseEnded,
  closingCard,
  caseInOrder,
  volumesCertified,
  documentsListed,
  inventoryYear,
  inventoryCases,
  inventoryRows,
  inventoryNumbers,
  receivedAll,
  receivedByInventory,
  receivedAsListed,
  receptionPersons,
  successorKnown,
];
