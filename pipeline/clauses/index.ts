import type { Rule } from '../model/rule.js';
import { controlledDecisions } from './3.2-controlled.js';
import { planSections } from './3.2-sections.js';
import { planApproved } from './3.4-decision.js';
import { planVisas } from './3.5-visas.js';
import { planSent } from './3.7-mailing.js';
import { monthEvents } from './3.9-month.js';
import { monthPlanSignatory } from './3.9-signatory.js';
import { monthPlanTerm } from './3.9-term.js';
import { plannedMeetings } from './4.2-meetings.js';
import { ordinaryDay } from './4.2-ordinary.js';
import { membersNamed } from './4.3-attended.js';
import { quorum } from './4.3-quorum.js';
import { agendaKnown } from './4.8-agenda-known.js';
import { agendaAgreed } from './4.8-agreed.js';
import { agendaApproved } from './4.8-approved.js';
import { agendaItems } from './4.8-items.js';
import { agendaMeeting } from './4.8-meeting.js';
import { agendaOrder } from './4.8-order.js';
import { agendaProjects } from './4.8-projects.js';
import { agendaQuestions } from './4.8-questions.js';
import { agendaSignatory } from './4.8-signatory.js';
import { closedSitting } from './4.11-closed.js';
import { minutesCourse } from './4.12-course.js';
import { minutesItems } from './4.12-items.js';
import { minutesMeeting } from './4.12-meeting.js';
import { minutesOnce } from './4.12-once.js';
import { minutesProjects } from './4.12-projects.js';
import { minutesSigned } from './4.13-date.js';
import { minutesSignatory } from './4.13-signatory.js';
import { minutesInTime } from './4.13-term.js';
import { caseOpen } from './4.14-closed.js';
import { documentMoved } from './4.14-refile.js';
import { movedToFit } from './4.14-wrong-case.js';
import { withdrawalCases } from './4.17-cases.js';
import { withdrawalLeave } from './4.17-leave.js';
import { withdrawalReceiver } from './4.17-receiver.js';
import { withdrawalReturned } from './4.17-return.js';
import { signatoryAuthority } from './5.1-signatory.js';
import { basisAgrees } from './5.6-basis.js';
import { control } from './5.6-control.js';
import { controlSingle } from './5.6-control-single.js';
import { delegatedTitle } from './5.6-delegated.js';
import { entryIntoForce } from './5.6-effect.js';
import { lawWithoutArticle } from './5.6-law-without-article.js';
import { noArticle } from './5.6-no-article.js';
import { normativeTitle } from './5.6-normative-title.js';
import { numbering } from './5.6-numbering.js';
import { operativePart } from './5.6-operative.js';
import { ownLaw } from './5.6-own-law.js';
import { sectoralNorm } from './5.6-sectoral-norm.js';
import { statingPart } from './5.6-stating.js';
import { statingOpening } from './5.6-stating-opening.js';
import { taskTerms } from './5.6-task.js';
import { title } from './5.6-title.js';
import { titleBeginning } from './5.6-title-beginning.js';
import { titleLength } from './5.6-title-length.js';
import { annexAttached } from './5.7-annex-attached.js';
import { annexContent } from './5.7-annex-content.js';
import { annexNumbers } from './5.7-annex-numbers.js';
import { annexReferred } from './5.7-annex-referred.js';
import { pageCount } from './5.7-length.js';
import { noteLength } from './5.7-note-length.js';
import { projectPackage } from './5.7-package.js';
import { commissionApproved } from './5.8-commission.js';
import { visaDates } from './5.10-date.js';
import { moneyVisas } from './5.10-money.js';
import { visaPersons } from './5.10-person.js';
import { visas } from './5.10-visas.js';
import { archiveVisa } from './5.11-archive-visa.js';
import { changeEdits } from './5.11-edits.js';
import { changeExplained } from './5.11-explanation.js';
import { generalVisa } from './5.11-general-visa.js';
import { changeState } from './5.11-state.js';
import { changeTarget } from './5.11-target.js';
import { changeTargetOlder } from './5.11-target-older.js';
import { objectionReasoned } from './5.12-objection.js';
import { submittedLater } from './5.14-future.js';
import { submittedLate } from './5.14-late.js';
import { projectSubmitted } from './5.14-submitted.js';
import { lateProject } from './5.14-tabled.js';
import { addedUrgent } from './5.17-added.js';
import { projectDecided } from './5.17-decided.js';
import { urgentProject } from './5.17-tabled.js';
import { urgency } from './5.17-urgent.js';
import { additionInTime } from './5.18-addition.js';
import { additionVisaed } from './5.18-visas.js';
import { regulatoryGate } from './5.19-regulatory.js';
import { adoptionNamed } from './6.1-adoption.js';
import { alternativeChosen } from './6.1-chosen.js';
import { voteCounts } from './6.1-counts.js';
import { majority } from './6.1-majority.js';
import { membership } from './6.1-membership.js';
import { adoptedByMinutes } from './6.1-minutes.js';
import { minutesOutcome } from './6.1-outcome.js';
import { minutesVotes } from './6.1-votes.js';
import { cancellation } from './6.2-cancellation.js';
import { delegatedKept } from './6.2-delegated.js';
import { suspension } from './6.2-suspension.js';
import { annexPreparer } from './6.3-annex-preparer.js';
import { changesSaid } from './6.3-changes.js';
import { signatoryNamed } from './6.3-signatory.js';
import { adoptedText } from './6.3-text.js';
import { closedYear } from './6.4-closed-year.js';
import { adoptionDate } from './6.4-date.js';
import { earlierDate } from './6.4-earlier.js';
import { futureDate } from './6.4-future.js';
import { registeredAgrees } from './6.4-registered.js';
import { voidedNumber } from './6.4-void.js';
import { quotedOnRecord } from './6.5-act.js';
import { certifier } from './6.5-certifier.js';
import { quotedPoints } from './6.5-points.js';
import { quoteRecipient } from './6.5-recipient.js';
import { protocolReport } from './6.7-report.js';
import { protocolTasks } from './6.7-tasks.js';
import { judgmentInForce } from './7.1-court-act.js';
import { ownActs } from './7.2-own-acts.js';
import { orderMoneyVisas } from './8.3-money.js';
import { namedPersonsVisaed } from './8.3-named.js';
import { personnelVisas } from './8.3-personnel.js';
import { orderTasks } from './8.3-tasks.js';
import { orderVisas } from './8.3-visas.js';
import { orderAddressees } from './8.4-addressees.js';
import { orderSignatory } from './8.5-signatory.js';
import { signingDate } from './8.6-date.js';
import { errandSignatory } from './9.2-signatory.js';
import { errandTasks } from './9.2-tasks.js';
import { extensionAsked } from './9.4-asked.js';
import { legalExamination } from './10.1-legal.js';
import { primaryDocuments } from './10.2-primary.js';
import { legalOpinion } from './10.4-opinion.js';
import { visaOrder } from './10.5-order.js';
import { visaedPages } from './10.6-pages.js';
import { normativeLegalVisa } from './10.7-legal.js';
import { opinionAnnounced } from './10.8-announced.js';
import { extensionSigned } from './12.8-signatory.js';
import { extensionTerm } from './12.8-term.js';
import { releaseSigned } from './12.13-signatory.js';
import { releasedTasks } from './12.13-tasks.js';
import { letterAddressee } from './13.11-addressee.js';
import { letterAnswers } from './13.11-answers.js';
import { letterContact } from './13.11-contact.js';
import { letterTitle } from './13.11-title.js';
import { highLetterSignatory } from './13.12-signatory.js';
import { paperTitle } from './14.3-title.js';
import { handoverCases } from './14.8-cases.js';
import { handoverPersons } from './14.8-persons.js';
import { handoverVisas } from './14.8-visas.js';
import { secrecy } from './15-secrecy.js';
import { tripByOrder } from './19.2-trip.js';
import { gatheringMinutes } from './21.7-minutes.js';
import { commissionRegulations } from './22.3-regulations.js';
import { commissionFounded } from './22.4-commission.js';
import { commissionDescribed } from './22.4-founding.js';
import { commissionMinutes } from './22.4-minutes.js';
import { delegationReported } from './23.6-report.js';
import { delegationTerm } from './23.6-term.js';
import { blankFree } from './24.6-stock.js';
import { issuerKnown } from './24.7-issuer.js';
import { unitSignatory } from './24.7-signatory.js';
import { blankSignatory } from './24.8-signatory.js';
import { blankKeeper } from './24.9-signatory.js';
import { blankSpoiled } from './24.9-spoiled.js';
import { blankStock } from './24.9-stock.js';
import { contractParties } from './27.3-parties.js';
import { partiesSigned } from './27.3-signed.js';
import { partySeal } from './27.4-seal.js';
import { partySignatory } from './27.4-signatory.js';
import { paperSignature } from './27.4-signature.js';
import { paperSignerTrust } from './27.4-signer-trust.js';
import { paperBlack } from './27.6-black.js';
import { paperCorrections } from './27.6-corrections.js';
import { paperNumbers } from './27.6-numbers.js';
import { originalPaper } from './27.6-original.js';
import { readableOriginal } from './27.6-readable.js';
import { paperScan } from './27.6-scan.js';
import { paperSize } from './27.6-size.js';
import { contractNotEnded } from './27.7-ended.js';
import { agreementReceived } from './27.7-received.js';
import { examinedWaits } from './27.8-contract.js';
import { verdictDate } from './27.8-date.js';
import { contractMoneyVisa } from './27.8-money.js';
import { verdictGiven } from './27.8-verdict.js';
import { materialsListed } from './27.9-materials.js';
import { materialsReceived } from './27.9-received.js';
import { individualAccount } from './27.10-account.js';
import { partyAddress } from './27.10-address.js';
import { partyBank } from './27.10-bank.js';
import { contractConcluded } from './27.10-concluded.js';
import { contractControllers } from './27.10-controllers.js';
import { partyNamed } from './27.10-parties.js';
import { contractSubject } from './27.10-subject.js';
import { contractTerm } from './27.10-term.js';
import { textDates } from './27.10-text-dates.js';
import { textParties } from './27.10-text-parties.js';
import { textSubject } from './27.10-text-subject.js';
import { textSums } from './27.10-text-sums.js';
import { essentialTerms } from './27.11-essential.js';
import { refusalGrounds } from './27.11-grounds.js';
import { contractSum } from './27.11-sum.js';
import { contractTypeKnown } from './27.11-type.js';
import { examinationAddressee } from './27.12-addressee.js';
import { returnGrounds } from './27.12-grounds.js';
import { amendmentApplication } from './27.13-application.js';
import { amendmentChanges } from './27.13-changes.js';
import { amendmentConsent } from './27.13-consent.js';
import { amendedContract } from './27.13-contract.js';
import { amendmentParties } from './27.13-parties.js';
import { amendedWithinTerm } from './27.13-state.js';
import { amendmentWeek } from './27.14-week.js';
import { terminationBeforeEnd } from './27.15-before-end.js';
import { endedContract } from './27.15-contract.js';
import { judgmentToldLate } from './27.15-court-late.js';
import { terminationDecided } from './27.15-decided.js';
import { terminationGround } from './27.15-ground.js';
import { terminationMonth } from './27.15-month.js';
import { endedWithinTerm } from './27.15-state.js';
import { caseArticle } from './28.2-article.js';
import { doomedClosed } from './28.2-closed.js';
import { caseCounts } from './28.2-counts.js';
import { doomedOnce } from './28.2-destroyed.js';
import { doomedFree } from './28.2-held.js';
import { doomedAfterInventory } from './28.2-inventory.js';
import { doomedKept } from './28.2-kept.js';
import { destructionLeave } from './28.2-leave.js';
import { doomedAppraised } from './28.2-minutes.js';
import { casesNamed } from './28.2-named.js';
import { plannedCases } from './28.2-planned.js';
import { everythingTaken } from './28.2-taken.js';
import { takesTold } from './28.2-takes.js';
import { doomedTerm } from './28.2-term.js';
import { voidedInTime } from './28.2-void.js';
import { weakArticle } from './28.2-weak.js';
import { doomedPresent } from './28.2-withdrawn.js';
import { appraisalDecisions } from './28.3-decisions.js';
import { appraisedEnded } from './28.3-ended.js';
import { appraisalCommission } from './28.4-commission.js';
import { approvedInventories } from './28.4-inventories.js';
import { closingCard } from './28.5-card.js';
import { caseInOrder } from './28.5-mend.js';
import { volumesCertified } from './28.5-volumes.js';
import { caseEnded } from './28.5-year.js';
import { documentsListed } from './28.6-documents.js';
import { inventoryCases } from './28.8-cases.js';
import { inventoryNumbers } from './28.8-numbers.js';
import { inventoryRows } from './28.8-rows.js';
import { inventoryYear } from './28.8-year.js';
import { receivedAll } from './28.9-all.js';
import { receivedByInventory } from './28.9-inventories.js';
import { receivedAsListed } from './28.9-listed.js';
import { receptionPersons } from './28.9-persons.js';
import { successorKnown } from './28.10-successor.js';
import { bankCode } from './T-bank-code.js';
import { doubtfulBasis } from './T-basis.js';
import { notDestroyed } from './T-case-destroyed.js';
import { casesOnce } from './T-case-twice.js';
import { partyCode } from './T-code.js';
import { legalPersonCode } from './T-edrpou.js';
import { glyphs } from './T-glyph.js';
import { holdToLift } from './T-hold-end.js';
import { holdReason } from './T-hold-reason.js';
import { accountNumber } from './T-iban.js';
import { uniqueId } from './T-id.js';
import { signingKey } from './T-key.js';
import { damagedEncoding } from './T-mojibake.js';
import { overflow } from './T-overflow.js';
import { taxpayerNumber } from './T-rnokpp.js';
import { romanNumerals } from './T-roman.js';
import { signs } from './T-signs.js';
import { signsInAnnex } from './T-signs-annex.js';
import { stage } from './T-stage.js';
import { textGiven } from './T-text.js';
import { unitKnown } from './T-unit.js';
import { unwritten } from './T-unwritten.js';

/** Every rule by which a draft is judged, in the order of the regulation; technical ones last. */
export const rules: readonly Rule[] = [
  quorum,
  documentMoved,
  movedToFit,
  caseOpen,
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
  changeEdits,
  changeState,
  changeTarget,
  changeTargetOlder,
  noteLength,
  projectPackage,
  commissionApproved,
  visaDates,
  moneyVisas,
  visaPersons,
  visas,
  archiveVisa,
  changeExplained,
  generalVisa,
  objectionReasoned,
  projectSubmitted,
  submittedLater,
  submittedLate,
  urgency,
  projectDecided,
  additionInTime,
  additionVisaed,
  ordinaryDay,
  agendaAgreed,
  agendaApproved,
  agendaItems,
  agendaMeeting,
  agendaProjects,
  agendaSignatory,
  lateProject,
  urgentProject,
  regulatoryGate,
  adoptionNamed,
  voteCounts,
  majority,
  membership,
  cancellation,
  delegatedKept,
  suspension,
  annexPreparer,
  signatoryNamed,
  closedYear,
  adoptionDate,
  earlierDate,
  futureDate,
  quotedOnRecord,
  certifier,
  quotedPoints,
  quoteRecipient,
  orderMoneyVisas,
  namedPersonsVisaed,
  personnelVisas,
  orderTasks,
  orderVisas,
  orderAddressees,
  voidedNumber,
  protocolTasks,
  protocolReport,
  judgmentInForce,
  ownActs,
  orderSignatory,
  signingDate,
  errandSignatory,
  errandTasks,
  extensionAsked,
  extensionSigned,
  extensionTerm,
  releaseSigned,
  releasedTasks,
  legalExamination,
  primaryDocuments,
  legalOpinion,
  visaOrder,
  visaedPages,
  normativeLegalVisa,
  letterAddressee,
  letterAnswers,
  letterContact,
  letterTitle,
  highLetterSignatory,
  paperTitle,
  secrecy,
  tripByOrder,
  commissionRegulations,
  commissionFounded,
  commissionDescribed,
  blankFree,
  issuerKnown,
  unitSignatory,
  blankSignatory,
  blankStock,
  blankSpoiled,
  blankKeeper,
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
  notDestroyed,
  casesOnce,
  unitKnown,
  holdReason,
  holdToLift,
  planSections,
  controlledDecisions,
  planApproved,
  planVisas,
  planSent,
  monthEvents,
  monthPlanSignatory,
  monthPlanTerm,
  plannedMeetings,
  gatheringMinutes,
  commissionMinutes,
  delegationReported,
  delegationTerm,
  glyphs,
  uniqueId,
  signingKey,
  damagedEncoding,
  overflow,
  romanNumerals,
  signs,
  signsInAnnex,
  stage,
  textGiven,
  unwritten,
  doubtfulBasis,
  legalPersonCode,
  taxpayerNumber,
  partyCode,
  accountNumber,
  bankCode,
  membersNamed,
  agendaKnown,
  agendaQuestions,
  agendaOrder,
  closedSitting,
  minutesMeeting,
  minutesItems,
  minutesCourse,
  minutesOnce,
  minutesProjects,
  minutesSigned,
  minutesSignatory,
  minutesInTime,
  addedUrgent,
  minutesVotes,
  minutesOutcome,
  alternativeChosen,
  adoptedByMinutes,
  changesSaid,
  adoptedText,
  registeredAgrees,
  opinionAnnounced,
];
