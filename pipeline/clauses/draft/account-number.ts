import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** An IBAN as machines write it: without spaces, in capitals. */
export function plainIban(iban: string): string {
  return iban.replaceAll(/[\s\u00A0]+/gu, '').toUpperCase();
}

/** Whether a text is an IBAN of some country, with that country's form and check digits. */
export function isIban(iban: string): boolean {
  // Loaded when first asked: few drafts have accounts.
  const { isValidIBAN } = require('ibantools') as typeof import('ibantools');
  return isValidIBAN(plainIban(iban));
}

/** The bank's code (МФО) within a Ukrainian IBAN; undefined for another country's. */
export function bankCodeIn(iban: string): string | undefined {
  return /^UA\d{2}(\d{6})/.exec(plainIban(iban))?.[1];
}
