import { kinds } from '../../pipeline/kinds/index.js';
import { type Draft, type DraftContent, EMPTY_CONTENT } from '../../pipeline/model/draft.js';
import type { Kind, OnRecord, View } from '../../pipeline/model/kind.js';
import type { Body, Office, Official } from '../../pipeline/model/office.js';
import type { Registration } from '../../pipeline/model/registration.js';
import { day } from '../store/sample.js';

const body = (fullName: string, names: readonly string[]): Body => ({
  ...{ names, fullName, genitive: fullName, subject: '', place: 'м. Каховка', edrpou: '00000023' },
});

const committee = body('Виконавчий комітет Каховської міської ради', ['КАХОВСЬКА МІСЬКА РАДА', 'ВИКОНАВЧИЙ КОМІТЕТ']);
const official = (role: Official['role'], post: string, name: string): Official => ({
  ...{ id: role, role, units: [], post, name, acting: false },
});

/** As much of an office as papers of the archive print. */
export const OFFICE = {
  norms: {},
  body: committee,
  bodies: [
    { id: 'committee', ...committee },
    { id: 'general', ...body('Загальний відділ Каховської міської ради', ['КАХОВСЬКА МІСЬКА РАДА', 'ЗАГАЛЬНИЙ ВІДДІЛ']) },
    { id: 'archive', ...body('Архівний відділ Каховської міської ради', ['КАХОВСЬКА МІСЬКА РАДА', 'АРХІВНИЙ ВІДДІЛ']) },
  ],
  officials: [official('head', 'Міський голова', 'Віталій НЕМЕРЕЦЬ'), official('archive', 'Начальник архівного відділу', 'Олена АРХІВНА')],
} as unknown as Office;

export const REGISTRATION: Registration = {
  ...{ series: 'inventory', year: 2022, ordinal: 3, number: '3', date: day('2022-02-09'), registeredAt: '2022-02-09T09:00:00Z' },
};

export const GIVER = { post: 'Головний спеціаліст загального відділу', name: 'Ганна ПИСАРЕНКО' };
export const RECEIVER = { post: 'Архіваріус', name: 'Петро СХОВИЩЕ' };

export function kindOf(id: string): Kind {
  const kind = kinds.find((one) => one.id === id);
  if (kind === undefined) throw new Error(`No kind ${id}`);
  return kind;
}

/** A draft of a kind, signed by the head of the general department unless it says otherwise. */
export function draftOf(kind: string, content: Partial<DraftContent>): Draft {
  const signatory = { post: 'Начальник загального відділу', name: 'Ірина ДІЛОВА' };
  return { content: { ...EMPTY_CONTENT, kind, signatory, ...content }, attachments: [] } as unknown as Draft;
}

export function viewOf(
  kind: string,
  content: Partial<DraftContent>,
  registration: Partial<Registration> = {},
  onRecord: OnRecord = {},
): View {
  return kindOf(kind).view(draftOf(kind, content), { ...REGISTRATION, ...registration }, OFFICE, onRecord);
}
