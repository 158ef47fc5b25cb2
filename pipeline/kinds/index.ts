import type { Form, Kind } from '../model/kind.js';
import { acceptance } from './acceptance.js';
import { administrativeOrder } from './administrative-order.js';
import { agenda } from './agenda.js';
import { amendment } from './amendment.js';
import { appraisal } from './appraisal.js';
import { blanks } from './blanks.js';
import { caseClosing } from './case.js';
import { certifiedCopy } from './certified-copy.js';
import { SHEET_FORM } from './companions/sheet-view.js';
import { contract } from './contract.js';
import { contractRefusal } from './contract-refusal.js';
import { councilDecision } from './council-decision.js';
import { courtAct } from './court-act.js';
import { decision } from './decision.js';
import { delegationReport } from './delegation-report.js';
import { destruction } from './destruction.js';
import { errand } from './errand.js';
import { examination } from './examination.js';
import { explanation } from './explanation.js';
import { extension } from './extension.js';
import { extract } from './extract.js';
import { handover } from './handover.js';
import { hold } from './hold.js';
import { holdEnd } from './hold-end.js';
import { inventory } from './inventory.js';
import { legalOpinion } from './legal-opinion.js';
import { letter } from './letter.js';
import { materials } from './materials.js';
import { materialsRequest } from './materials-request.js';
import { minutes } from './minutes.js';
import { monthPlan } from './month-plan.js';
import { nomenclature } from './nomenclature.js';
import { offControl } from './off-control.js';
import { order } from './order.js';
import { personnelOrder } from './personnel-order.js';
import { projectNote } from './project-note.js';
import { protocolErrand } from './protocol-errand.js';
import { refile } from './refile.js';
import { shortMinutes } from './short-minutes.js';
import { succession } from './succession.js';
import { termination } from './termination.js';
import { unitOrder } from './unit-order.js';
import { visaSheet } from './visa-sheet.js';
import { voidNumber } from './void.js';
import { withdrawal } from './withdrawal.js';
import { withdrawalReturn } from './withdrawal-return.js';
import { yearPlan } from './year-plan.js';

/** Every kind of document there is. */
export const kinds: readonly Kind[] = [
  decision,
  councilDecision,
  order,
  administrativeOrder,
  personnelOrder,
  errand,
  protocolErrand,
  unitOrder,
  letter,
  projectNote,
  explanation,
  legalOpinion,
  visaSheet,
  extract,
  certifiedCopy,
  voidNumber,
  courtAct,
  blanks,
  extension,
  offControl,
  contract,
  examination,
  materialsRequest,
  materials,
  contractRefusal,
  amendment,
  termination,
  nomenclature,
  refile,
  caseClosing,
  appraisal,
  inventory,
  acceptance,
  destruction,
  hold,
  holdEnd,
  withdrawal,
  withdrawalReturn,
  handover,
  succession,
  agenda,
  minutes,
  yearPlan,
  monthPlan,
  shortMinutes,
  delegationReport,
];

/** Every form that is made in Word: of kinds, and of the sheets that go with them. */
export const forms: readonly Form[] = [
  ...kinds.flatMap(({ form, projectForm }) => (projectForm === undefined ? [form] : [form, projectForm])),
  SHEET_FORM,
];
