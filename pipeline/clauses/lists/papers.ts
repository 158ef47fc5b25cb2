import type { Rule } from '../../model/rule.js';
import { judgmentInForce } from '../7.1-court-act.js';
import { ownActs } from '../7.2-own-acts.js';
import { orderMoneyVisas } from '../8.3-money.js';
import { namedPersonsVisaed } from '../8.3-named.js';
import { personnelVisas } from '../8.3-personnel.js';
import { orderTasks } from '../8.3-tasks.js';
import { orderVisas } from '../8.3-visas.js';
import { orderAddressees } from '../8.4-addressees.js';
import { orderSignatory } from '../8.5-signatory.js';
import { signingDate } from '../8.6-date.js';
import { errandSignatory } from '../9.2-signatory.js';
import { errandTasks } from '../9.2-tasks.js';
import { extensionAsked } from '../9.4-asked.js';
import { legalExamination } from '../10.1-legal.js';
import { primaryDocuments } from '../10.2-primary.js';
import { legalOpinion } from '../10.4-opinion.js';
import { visaOrder } from '../10.5-order.js';
import { visaedPages } from '../10.6-pages.js';
import { normativeLegalVisa } from '../10.7-legal.js';
import { opinionAnnounced } from '../10.8-announced.js';
import { extensionSigned } from '../12.8-signatory.js';
import { extensionTerm } from '../12.8-term.js';
import { releaseSigned } from '../12.13-signatory.js';
import { releasedTasks } from '../12.13-tasks.js';
import { letterAddressee } from '../13.11-addressee.js';
import { letterAnswers } from '../13.11-answers.js';
import { letterContact } from '../13.11-contact.js';
import { letterTitle } from '../13.11-title.js';
import { highLetterSignatory } from '../13.12-signatory.js';
import { paperTitle } from '../14.3-title.js';
import { secrecy } from '../15-secrecy.js';
import { tripByOrder } from '../19.2-trip.js';
import { blankFree } from '../24.6-stock.js';
import { issuerKnown } from '../24.7-issuer.js';
import { unitSignatory } from '../24.7-signatory.js';
import { blankSignatory } from '../24.8-signatory.js';
import { blankKeeper } from '../24.9-signatory.js';
import { blankSpoiled } from '../24.9-spoiled.js';
import { blankStock } from '../24.9-stock.js';

/** All other documents and the forms they stand on: sections 7 to 26. */
export const paperRules: readonly Rule[] = [
  judgmentInForce,
  ownActs,
  orderMoneyVisas,
  namedPersonsVisaed,
  personnelVisas,
  orderTasks,
  orderVisas,
  orderAddressees,
  orderSignatory,
  signingDate,
  errandSignatory,
  errandTasks,
  extensionAsked,
  legalExamination,
  primaryDocuments,
  legalOpinion,
  visaOrder,
  visaedPages,
  normativeLegalVisa,
  opinionAnnounced,
  extensionSigned,
  extensionTerm,
  releaseSigned,
  releasedTasks,
  letterAddressee,
  letterAnswers,
  letterContact,
  letterTitle,
  highLetterSignatory,
  paperTitle,
  secrecy,
  tripByOrder,
  blankFree,
  issuerKnown,
  unitSignatory,
  blankSignatory,
  blankStock,
  blankSpoiled,
  blankKeeper,
];
