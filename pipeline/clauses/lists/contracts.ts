import type { Rule } from '../../model/rule.js';
import { contractParties } from '../27.3-parties.js';
import { partiesSigned } from '../27.3-signed.js';
import { partySeal } from '../27.4-seal.js';
import { partySignatory } from '../27.4-signatory.js';
import { paperSignature } from '../27.4-signature.js';
import { paperSignerTrust } from '../27.4-signer-trust.js';
import { paperBlack } from '../27.6-black.js';
import { paperCorrections } from '../27.6-corrections.js';
import { paperNumbers } from '../27.6-numbers.js';
import { originalPaper } from '../27.6-original.js';
import { readableOriginal } from '../27.6-readable.js';
import { paperScan } from '../27.6-scan.js';
import { paperSize } from '../27.6-size.js';
import { contractNotEnded } from '../27.7-ended.js';
import { agreementReceived } from '../27.7-received.js';
import { examinedWaits } from '../27.8-contract.js';
import { verdictDate } from '../27.8-date.js';
import { contractMoneyVisa } from '../27.8-money.js';
import { verdictGiven } from '../27.8-verdict.js';
import { materialsListed } from '../27.9-materials.js';
import { materialsReceived } from '../27.9-received.js';
import { individualAccount } from '../27.10-account.js';
import { partyAddress } from '../27.10-address.js';
import { partyBank } from '../27.10-bank.js';
import { contractConcluded } from '../27.10-concluded.js';
import { contractControllers } from '../27.10-controllers.js';
import { partyNamed } from '../27.10-parties.js';
import { contractSubject } from '../27.10-subject.js';
import { contractTerm } from '../27.10-term.js';
import { textDates } from '../27.10-text-dates.js';
import { textParties } from '../27.10-text-parties.js';
import { textSubject } from '../27.10-text-subject.js';
import { textSums } from '../27.10-text-sums.js';
import { essentialTerms } from '../27.11-essential.js';
import { refusalGrounds } from '../27.11-grounds.js';
import { contractSum } from '../27.11-sum.js';
import { contractTypeKnown } from '../27.11-type.js';
import { examinationAddressee } from '../27.12-addressee.js';
import { returnGrounds } from '../27.12-grounds.js';
import { amendmentApplication } from '../27.13-application.js';
import { amendmentChanges } from '../27.13-changes.js';
import { amendmentConsent } from '../27.13-consent.js';
import { amendedContract } from '../27.13-contract.js';
import { amendmentParties } from '../27.13-parties.js';
import { amendedWithinTerm } from '../27.13-state.js';
import { amendmentWeek } from '../27.14-week.js';
import { terminationBeforeEnd } from '../27.15-before-end.js';
import { endedContract } from '../27.15-contract.js';
import { judgmentToldLate } from '../27.15-court-late.js';
import { terminationDecided } from '../27.15-decided.js';
import { terminationGround } from '../27.15-ground.js';
import { terminationMonth } from '../27.15-month.js';
import { endedWithinTerm } from '../27.15-state.js';

/** Contracts and their examination: section 27. */
export const contractRules: readonly Rule[] = [
  contractParties,
  partiesSigned,
  partySeal,
  partySignatory,
  paperSignature,
  paperSignerTrust,
  originalPaper,
  readableOriginal,
  paperSize,
  paperNumbers,
  paperBlack,
  paperCorrections,
  paperScan,
  contractNotEnded,
  agreementReceived,
  examinedWaits,
  verdictDate,
  contractMoneyVisa,
  verdictGiven,
  materialsListed,
  materialsReceived,
  individualAccount,
  partyAddress,
  partyBank,
  contractConcluded,
  contractControllers,
  partyNamed,
  contractSubject,
  contractTerm,
  textParties,
  textSubject,
  textSums,
  textDates,
  essentialTerms,
  refusalGrounds,
  contractSum,
  contractTypeKnown,
  examinationAddressee,
  returnGrounds,
  amendmentApplication,
  amendmentChanges,
  amendmentConsent,
  amendedContract,
  amendmentParties,
  amendedWithinTerm,
  amendmentWeek,
  terminationBeforeEnd,
  endedContract,
  judgmentToldLate,
  terminationDecided,
  terminationGround,
  terminationMonth,
  endedWithinTerm,
];
