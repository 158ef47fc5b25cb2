import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Whether eight figures are a code of ЄДРПОУ: the last is the check digit of the others. */
export function isLegalPersonCode(code: string): boolean {
  return /^\d{8}$/.test(code) && edrpou().validate(code).isValid;
}

/** Whether ten figures are a РНОКПП: the last is the check digit of the others. */
export function isTaxpayerNumber(code: string): boolean {
  return /^\d{10}$/.test(code) && rntrc().validate(code).isValid;
}

// By its inner files, when first asked: stdnum 1.12.0 has no other way to two countries' codes without all two hundred, and few drafts have any.
const edrpou = () => require('stdnum/lib/cjs/ua/edrpou.js') as typeof import('stdnum/lib/cjs/ua/edrpou.js');
const rntrc = () => require('stdnum/lib/cjs/ua/rntrc.js') as typeof import('stdnum/lib/cjs/ua/rntrc.js');
