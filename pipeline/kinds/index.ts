import type { Kind } from '../model/kind.js';
import { administrativeOrder } from './administrative-order.js';
import { amendment } from './amendment.js';
import { blanks } from './blanks.js';
import { certifiedCopy } from './certified-copy.js';
import { contract } from './contract.js';
import { contractRefusal } from './contract-refusal.js';
import { councilDecision } from './council-decision.js';
import { courtAct } from './court-act.js';
import { decision } from './decision.js';
import { errand } from './errand.js';
import { examination } from './examination.js';
import { explanation } from './explanation.js';
import { extension } from './extension.js';
import { extract } from './extract.js';
import { legalOpinion } from './legal-opinion.js';
import { letter } from './letter.js';
import { materials } from './materials.js';
import { materialsRequest } from './materials-request.js';
import { offControl } from './off-control.js';
import { order } from './order.js';
import { personnelOrder } from './personnel-order.js';
import { projectNote } from './project-note.js';
import { protocolErrand } from './protocol-errand.js';
import { termination } from './termination.js';
import { unitOrder } from './unit-order.js';
import { visaSheet } from './visa-sheet.js';
import { voidNumber } from './void.js';

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
];
