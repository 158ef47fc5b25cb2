import { counted } from '../language/counted.js';
import type { Amount, ContractTerm, Party } from '../model/contract.js';
import { type LocalDate, toDigitalStyle } from '../model/date.js';
import type { Block, Person } from '../model/draft.js';

/** A table of two columns without a head: names on the left, values on the right; rows without a value are left out. */
export function cardTable(rows: readonly (readonly [name: string, value: string])[]): Block {
  return { type: 'table', head: [], rows: rows.filter(([, value]) => value !== '').map((row) => [...row]), widths: [32, 68] };
}

export const dayOf = (day: LocalDate | undefined): string => (day === undefined ? '' : toDigitalStyle(day));

/** `ТОВ «Степ», код ЄДРПОУ 12345678` */
export function partyWords({ name, code, type }: Party): string {
  const number = code === undefined ? '' : `, ${type === 'individual' ? 'РНОКПП' : 'код ЄДРПОУ'} ${code}`;
  return `${name ?? ''}${number}`;
}

/** What a table says of each party under what it is called in the contract: who it is, where, its account, who signed for it. */
export function partyRows(parties: readonly Party[]): (readonly [string, string])[] {
  return parties.flatMap((party, index) => {
    const called = party.role ?? `Сторона ${index + 1}`;
    return [
      [called, partyWords(party)],
      [`${called}: юридична адреса, банківські реквізити`, partyDetails(party)],
      [`${called}: підписав`, signatoryWords(party)],
    ];
  });
}

/** Legal address and bank details of a party (R 27.10.5). */
export function partyDetails({ address, bank }: Party): string {
  const account = [
    bank?.iban === undefined ? '' : `IBAN ${bank.iban}`,
    bank?.name ?? '',
    bank?.code === undefined ? '' : `код банку ${bank.code}`,
  ].filter((part) => part !== '');
  return [address ?? '', account.join(', ')].filter((part) => part !== '').join('; ');
}

/** Who signed for a party, and on what authority (R 27.4). */
function signatoryWords({ signatory, sealed }: Party): string {
  if (signatory === undefined) return '';
  const { post, name: person, authority } = signatory;
  const who = [post, person].filter((part) => part !== undefined).join(' ');
  const paper = [
    authority?.ground,
    authority?.date === undefined ? undefined : `від ${toDigitalStyle(authority.date)}`,
    authority?.number === undefined ? undefined : `№ ${authority.number}`,
  ].filter((part) => part !== undefined);
  return `${who}${paper.length === 0 ? '' : ` (підстава: ${paper.join(' ')})`}${sealed ? ', печатка є' : ''}`;
}

/** `з 01.02.2021 до 31.01.2024`, `12 місяців`, `до повного виконання`. */
export function termWords(term: ContractTerm | undefined): string {
  if (term === undefined) return '';
  const { from, until, period, performance } = term;
  return [
    from === undefined ? '' : `з ${toDigitalStyle(from)}`,
    until === undefined ? '' : `до ${toDigitalStyle(until)}`,
    period?.count === undefined || period.unit === undefined ? '' : counted(period.count, ...UNITS[period.unit]),
    performance ? 'до повного виконання зобовʼязань' : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}

const UNITS: Readonly<Record<'days' | 'months' | 'years', readonly [one: string, few: string, many: string]>> = {
  days: ['день', 'дні', 'днів'],
  months: ['місяць', 'місяці', 'місяців'],
  years: ['рік', 'роки', 'років'],
};

export function amountWords(amount: Amount | undefined): string {
  if (amount?.value === undefined) return amount?.words ?? '';
  const value = amount.value.replace('.', ',').replaceAll(/\B(?=(\d{3})+(?!\d))(?<!,\d*)/g, '\u00A0');
  return `${value} грн${amount.words === undefined ? '' : ` (${amount.words})`}`;
}

export function personWords({ post, name }: Person): string {
  return [name, post].filter((part) => part !== undefined).join(', ');
}

/** A digest as printed: in parts that a line can break between. */
export function digestWords(digest: string): string {
  return `SHA-256 ${digest.replace(/(.{16})(?=.)/gu, '$1 ')}`;
}
