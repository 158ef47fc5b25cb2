import type { LocalDate } from '../model/date.js';
import type { Digest } from '../model/digest.js';
import type { Addressee, DraftContent, Person } from '../model/draft.js';
import type { Ground } from '../model/examination.js';
import type { Finding } from '../model/finding.js';
import type { Office } from '../model/office.js';
import { officialsOn } from '../model/signatory.js';

/** A draft that the program owes somebody and drops into the inbox itself. */
export interface Letter {
  /** Of the file; of one claim one letter. */
  readonly name: string;
  readonly bytes: Buffer;
}

/** On whose behalf, about what and when a letter is written. */
export interface Occasion {
  readonly office: Office;
  /** Of the drop that gives rise to it: the letter is told from any other by it. */
  readonly claim: string;
  /** The drop of the contract. */
  readonly contract: Digest;
  readonly subject: string | undefined;
  readonly addressees: readonly Addressee[];
  readonly date: LocalDate;
}

/** The body whose unit examines contracts (R 27.2). */
const UNIT = 'legal';

/**
 * The letter with which a contract, or an agreement about one, goes back to the parties with every ground (R 27.11, 27.12). The same for the same occasion. What stands at
 * the pointers of `spoilt` in it is said without the words of the faulty draft: a letter that tells of them must not be refused for them, too.
 */
export function refusalLetter(
  occasion: Occasion,
  { concluded, received }: Pick<DraftContent, 'concluded' | 'received'>,
  grounds: readonly Ground[],
  spoilt: ReadonlySet<string> = new Set(),
): Letter {
  const { subject, addressees } = occasion;
  const sayable = {
    ...occasion,
    subject: spoilt.has('/subject') ? undefined : subject,
    addressees: addressees.map(({ to, address }, index) => ({
      to: spoilt.has(`/addressees/${index}/to`) ? 'Стороні договору' : to,
      address: spoilt.has(`/addressees/${index}/address`) ? undefined : address,
    })),
  };
  const said = grounds.map((ground, index) =>
    spoilt.has(`/grounds/${index}/text`) ? { ...ground, text: ground.text?.replace(/«.*»/su, '«…»') } : ground,
  );
  return letter('contract-refusal', sayable, { concluded, received }, { grounds: said.map(printableGround) });
}

/** The letter that asks the parties for what the examination needs (R 27.9). The same for the same occasion. */
export function materialsLetter(occasion: Occasion, materials: readonly string[]): Letter {
  return letter('materials-request', occasion, {}, { materials: materials.map(printable) });
}

/** What rules refuse for, as grounds for the parties, who know the paper and not the card: the clause, the page, and what is wrong. Remarks are none. */
export function groundsOf(findings: readonly Finding[]): readonly Ground[] {
  return findings
    .filter(({ severity }) => severity === 'refuse')
    .map(({ clause, message, at }) => ({ clause: clause ?? undefined, text: `${placeWords(at)}${message.replaceAll(KEY, '')}` }));
}

/** Parties as a letter names them; all of them at once where it is not known who they are. */
export function addresseesOf(parties: DraftContent['parties']): readonly Addressee[] {
  const named = parties.flatMap(({ name, address }) => (name === undefined ? [] : [{ to: name, address }]));
  return named.length === 0 ? [{ to: 'Сторонам договору' }] : named;
}

function letter(kind: string, { office, claim, contract, subject, addressees, date }: Occasion, dates: object, said: object): Letter {
  const draft = {
    kind,
    id: claim,
    issuer: UNIT,
    contract,
    ...dates,
    subject: subject === undefined ? undefined : printable(subject),
    addressees: addressees.map(({ to, address }) => ({ to: to && printable(to), address: address && printable(address) })),
    ...said,
    signing: { date },
    signatory: headOn(office, date),
  };
  return { name: `${kind}-${claim}.json`, bytes: Buffer.from(`${JSON.stringify(draft, null, 2)}\n`) };
}

/** Who heads the unit on a day, one with a key before others; nobody, and then the letter's own rules say so. */
function headOn(office: Office, date: LocalDate): Person | undefined {
  const heads = officialsOn(office, date).filter(({ units }) => units.includes(UNIT));
  const head = heads.find(({ key }) => office.signing.keys.some(({ id }) => id === key)) ?? heads[0];
  return head && { post: head.post, name: head.name };
}

/** The name of a field of the card, as findings tell it to whoever wrote the card. */
const KEY = / \([a-z][A-Za-z.]*\)/gu;

function placeWords({ page, annex }: Finding['at']): string {
  if (page !== undefined) return `Сторінка ${page}: `;
  return annex === undefined ? '' : `Додаток ${annex}: `;
}

function printableGround({ clause, law, text }: Ground): Ground {
  return { clause, law: law && printable(law), text: text && printable(text) };
}

/** Words of a faulty draft without signs that cannot be printed. */
function printable(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[^\p{Script=Cyrillic}\p{Script=Latin}\p{Nd}\p{P}\p{Zs}\p{Sc}№°§ʼ+=<>]+/gu, '…')
    .replaceAll(/\?{4,}/g, '…')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
