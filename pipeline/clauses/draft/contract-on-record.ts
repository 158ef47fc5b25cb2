import type { ActOnRecord } from '../../model/act-on-record.js';
import { amendedTerms, type ContractTerms, endOf } from '../../model/contract.js';
import { type LocalDate, toDigitalStyle } from '../../model/date.js';
import type { DraftContent } from '../../model/draft.js';
import { isUnfiled } from '../../model/effect.js';
import type { Remark } from '../../model/finding.js';
import type { RegisterRow } from '../../model/register-row.js';
import type { RegisterWorld } from '../../model/rule.js';
import { called, lackingIn, stateOf } from './changed-acts.js';
import { excerpt } from './excerpt.js';

/** A contract in the register as it is now. */
export interface ContractOnRecord {
  readonly act: ActOnRecord;
  /** Its card; undefined of one that was imported without its text, and until it lies in the archive. */
  readonly card: DraftContent | undefined;
  /** What the register notes of it after all its additional agreements. */
  readonly terms: ContractTerms | undefined;
  /** The last day of its term as it is now; undefined where it ends by performance, or nobody knows. */
  readonly end: LocalDate | undefined;
  /** The contract's own entry, or that of an additional agreement to it, whose card is still to be signed: until then nobody can read its terms. */
  readonly unsigned: RegisterRow | undefined;
}

/** The contract that `of` names, with its terms as earlier additional agreements have left them; undefined if no such number is in the register. */
export async function contractOnRecord(
  { of }: DraftContent,
  { register, contentOf }: RegisterWorld,
): Promise<ContractOnRecord | undefined> {
  const act = of && (await register.act(of));
  if (act === undefined) return undefined;
  const card = await contentOf(act.row);
  let terms: ContractTerms | undefined = card;
  let unsigned = isUnfiled(act.row.state) ? act.row : undefined;
  for (const { how, series, date, number } of act.changedBy) {
    const by = how === 'amends' && terms !== undefined ? await register.act({ series, date, number }) : undefined;
    const said = by && (await contentOf(by.row));
    if (by !== undefined && isUnfiled(by.row.state)) unsigned ??= by.row;
    if (terms !== undefined && said?.newTerms !== undefined) terms = amendedTerms(terms, said.newTerms);
  }
  return { act, card, terms, end: endOf(terms?.term, card?.concluded), unsigned };
}

/** What keeps a document from being about a contract: it names none wholly, none that is registered, or another day of registration. */
export function contractNameRemarks({ of = {} }: DraftContent, found: ContractOnRecord | undefined): readonly Remark[] {
  const lacks = lackingIn(of);
  const expected = 'зареєстрований договір';
  const hint = 'Візьміть серію (series), дату реєстрації (date) і реєстраційний номер (number) договору з реєстру договорів.';
  if (lacks.length > 0) return [{ at: '/of', message: `Для договору не вказано: ${lacks.join(', ')}`, expected, hint }];
  if (found === undefined)
    return [{ at: '/of', message: `Договору ${called(of)} у реєстрі «${excerpt(of.series ?? '')}» немає`, expected, hint }];
  const { row } = found.act;
  if (row.date !== of.date)
    return [
      {
        at: '/of/date',
        message: `Договір № ${row.number} має іншу дату реєстрації: ${toDigitalStyle(row.date)}`,
        expected: row.date,
        hint,
      },
    ];
  if (found.card !== undefined && !isCardOfContract(found.card))
    return [{ at: '/of', message: `Документ ${called(of)} у реєстрі «${excerpt(of.series ?? '')}» — не договір`, expected, hint }];
  return [];
}

/** What keeps a contract from being changed or ended by something of a day: it is void, ended, not yet signed at the register, or not yet made. */
export function contractStateRemarks(
  content: DraftContent,
  found: ContractOnRecord | undefined,
  day: LocalDate | undefined,
  at: string,
): readonly Remark[] {
  if (found === undefined || contractNameRemarks(content, found).length > 0) return [];
  const { act, card, end, unsigned } = found;
  const name = `Договір ${called(act.row)}`;
  const state = stateOf(act);
  if (state === 'void')
    return [
      {
        at: '/of',
        message: `${name}: номер анульовано, такого договору немає`,
        expected: 'чинний договір',
        hint: 'Перевірте номер договору.',
      },
    ];
  if (state === 'terminated')
    return [
      {
        at: '/of',
        message: `${name} уже припинено достроково`,
        expected: 'чинний договір',
        hint: 'Перевірте номер; припинений договір не змінюють і вдруге не припиняють.',
      },
    ];
  if (unsigned !== undefined)
    return [
      {
        at: '/of',
        message: `Реєстраційну картку ${unsigned === act.row ? 'договору' : 'додаткової угоди'} ${called(unsigned)} ще не підписано`,
        expected: 'договір, картку якого і картки всіх додаткових угод до якого підписано',
        hint: 'Подайте документ знову, коли картку буде підписано.',
      },
    ];
  if (day === undefined) return [];
  if (end !== undefined && day > end)
    return [
      {
        at,
        message: `Строк дії договору ${called(act.row)} закінчився ${toDigitalStyle(end)}, раніше за ${toDigitalStyle(day)}`,
        expected: `дата не пізніше ${toDigitalStyle(end)}`,
        hint: 'Договір, строк дії якого закінчився, не змінюють і не припиняють: укладіть новий договір.',
      },
    ];
  if (card?.concluded !== undefined && day < card.concluded)
    return [
      {
        at,
        message: `Дата ${toDigitalStyle(day)} раніша за дату укладення договору, ${toDigitalStyle(card.concluded)}`,
        expected: `дата не раніше ${toDigitalStyle(card.concluded)}`,
        hint: 'Виправте дату або номер договору.',
      },
    ];
  return [];
}

/** Whether a card is a contract's own: an additional agreement and a mark name a contract, and a mark has no parties. */
function isCardOfContract({ parties, of }: DraftContent): boolean {
  return parties.length > 0 && of === undefined;
}
