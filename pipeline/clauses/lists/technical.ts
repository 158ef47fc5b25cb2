import type { Rule } from '../../model/rule.js';
import { bankCode } from '../T-bank-code.js';
import { doubtfulBasis } from '../T-basis.js';
import { notDestroyed } from '../T-case-destroyed.js';
import { casesOnce } from '../T-case-twice.js';
import { partyCode } from '../T-code.js';
import { legalPersonCode } from '../T-edrpou.js';
import { glyphs } from '../T-glyph.js';
import { holdToLift } from '../T-hold-end.js';
import { holdReason } from '../T-hold-reason.js';
import { accountNumber } from '../T-iban.js';
import { uniqueId } from '../T-id.js';
import { signingKey } from '../T-key.js';
import { damagedEncoding } from '../T-mojibake.js';
import { overflow } from '../T-overflow.js';
import { taxpayerNumber } from '../T-rnokpp.js';
import { romanNumerals } from '../T-roman.js';
import { signs } from '../T-signs.js';
import { signsInAnnex } from '../T-signs-annex.js';
import { stage } from '../T-stage.js';
import { textGiven } from '../T-text.js';
import { unitKnown } from '../T-unit.js';
import { unwritten } from '../T-unwritten.js';

/** What every draft must be for the program to make a document of it. */
export const technicalRules: readonly Rule[] = [
  notDestroyed,
  casesOnce,
  unitKnown,
  holdReason,
  holdToLift,
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
];
