import type { Rule } from '../../model/rule.js';
import { signatoryAuthority } from '../5.1-signatory.js';
import { basisAgrees } from '../5.6-basis.js';
import { control } from '../5.6-control.js';
import { controlSingle } from '../5.6-control-single.js';
import { delegatedTitle } from '../5.6-delegated.js';
import { entryIntoForce } from '../5.6-effect.js';
import { lawWithoutArticle } from '../5.6-law-without-article.js';
import { noArticle } from '../5.6-no-article.js';
import { normativeTitle } from '../5.6-normative-title.js';
import { numbering } from '../5.6-numbering.js';
import { operativePart } from '../5.6-operative.js';
import { ownLaw } from '../5.6-own-law.js';
import { sectoralNorm } from '../5.6-sectoral-norm.js';
import { statingPart } from '../5.6-stating.js';
import { statingOpening } from '../5.6-stating-opening.js';
import { taskTerms } from '../5.6-task.js';
import { title } from '../5.6-title.js';
import { titleBeginning } from '../5.6-title-beginning.js';
import { titleLength } from '../5.6-title-length.js';
import { annexAttached } from '../5.7-annex-attached.js';
import { annexContent } from '../5.7-annex-content.js';
import { annexNumbers } from '../5.7-annex-numbers.js';
import { annexReferred } from '../5.7-annex-referred.js';
import { pageCount } from '../5.7-length.js';
import { noteLength } from '../5.7-note-length.js';
import { projectPackage } from '../5.7-package.js';
import { commissionApproved } from '../5.8-commission.js';
import { visaDates } from '../5.10-date.js';
import { moneyVisas } from '../5.10-money.js';
import { visaPersons } from '../5.10-person.js';
import { visas } from '../5.10-visas.js';
import { archiveVisa } from '../5.11-archive-visa.js';
import { changeEdits } from '../5.11-edits.js';
import { changeExplained } from '../5.11-explanation.js';
import { generalVisa } from '../5.11-general-visa.js';
import { changeState } from '../5.11-state.js';
import { changeTarget } from '../5.11-target.js';
import { changeTargetOlder } from '../5.11-target-older.js';
import { objectionReasoned } from '../5.12-objection.js';
import { submittedLater } from '../5.14-future.js';
import { submittedLate } from '../5.14-late.js';
import { projectSubmitted } from '../5.14-submitted.js';
import { lateProject } from '../5.14-tabled.js';
import { addedUrgent } from '../5.17-added.js';
import { projectDecided } from '../5.17-decided.js';
import { urgentProject } from '../5.17-tabled.js';
import { urgency } from '../5.17-urgent.js';
import { additionInTime } from '../5.18-addition.js';
import { additionVisaed } from '../5.18-visas.js';
import { regulatoryGate } from '../5.19-regulatory.js';
import { adoptionNamed } from '../6.1-adoption.js';
import { alternativeChosen } from '../6.1-chosen.js';
import { voteCounts } from '../6.1-counts.js';
import { majority } from '../6.1-majority.js';
import { membership } from '../6.1-membership.js';
import { adoptedByMinutes } from '../6.1-minutes.js';
import { minutesOutcome } from '../6.1-outcome.js';
import { minutesVotes } from '../6.1-votes.js';
import { cancellation } from '../6.2-cancellation.js';
import { delegatedKept } from '../6.2-delegated.js';
import { suspension } from '../6.2-suspension.js';
import { annexPreparer } from '../6.3-annex-preparer.js';
import { changesSaid } from '../6.3-changes.js';
import { signatoryNamed } from '../6.3-signatory.js';
import { adoptedText } from '../6.3-text.js';
import { closedYear } from '../6.4-closed-year.js';
import { adoptionDate } from '../6.4-date.js';
import { earlierDate } from '../6.4-earlier.js';
import { futureDate } from '../6.4-future.js';
import { registeredAgrees } from '../6.4-registered.js';
import { voidedNumber } from '../6.4-void.js';
import { quotedOnRecord } from '../6.5-act.js';
import { certifier } from '../6.5-certifier.js';
import { quotedPoints } from '../6.5-points.js';
import { quoteRecipient } from '../6.5-recipient.js';
import { protocolReport } from '../6.7-report.js';
import { protocolTasks } from '../6.7-tasks.js';

/** Decisions, their projects and their adoption: sections 5 and 6. */
export const actRules: readonly Rule[] = [
  signatoryAuthority,
  basisAgrees,
  control,
  controlSingle,
  delegatedTitle,
  entryIntoForce,
  lawWithoutArticle,
  noArticle,
  normativeTitle,
  numbering,
  operativePart,
  ownLaw,
  sectoralNorm,
  statingPart,
  statingOpening,
  taskTerms,
  title,
  titleBeginning,
  titleLength,
  annexAttached,
  annexContent,
  annexNumbers,
  annexReferred,
  pageCount,
  noteLength,
  projectPackage,
  commissionApproved,
  visaDates,
  moneyVisas,
  visaPersons,
  visas,
  changeEdits,
  changeState,
  changeTarget,
  changeTargetOlder,
  archiveVisa,
  changeExplained,
  generalVisa,
  objectionReasoned,
  projectSubmitted,
  submittedLater,
  submittedLate,
  lateProject,
  urgency,
  projectDecided,
  urgentProject,
  addedUrgent,
  additionInTime,
  additionVisaed,
  regulatoryGate,
  adoptionNamed,
  voteCounts,
  majority,
  membership,
  minutesVotes,
  minutesOutcome,
  alternativeChosen,
  adoptedByMinutes,
  cancellation,
  delegatedKept,
  suspension,
  annexPreparer,
  signatoryNamed,
  changesSaid,
  adoptedText,
  closedYear,
  adoptionDate,
  earlierDate,
  futureDate,
  voidedNumber,
  registeredAgrees,
  quotedOnRecord,
  certifier,
  quotedPoints,
  quoteRecipient,
  protocolTasks,
  protocolReport,
];
