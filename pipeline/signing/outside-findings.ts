import { type Finding, ruleId } from '../model/finding.js';
import type { NonEmpty } from '../model/outcome.js';
import type { ReturnFlawCode } from './outside-judgement.js';

/** Why a PDF is sent back: what is wrong with its signatures, or that it is not a file that is waited for. */
export type ReturnRefusal = ReturnFlawCode | 'unknown' | 'older' | 'altered' | 'done' | 'void';

/** What a finding is about. */
export interface ReturnFacts {
  readonly code: ReturnRefusal;
  /** Whose signature, as the certificate says. */
  readonly signer?: string | null;
  /** `№ 27 від 19.01.2021`; absent where the act is not known. */
  readonly act?: string | undefined;
  /** Who is to sign. */
  readonly awaited?: string | undefined;
}

interface Words {
  readonly rule: string;
  message(facts: ReturnFacts): string;
  readonly expected: string | null;
  readonly hint: string;
}

const TAKE_AGAIN = 'Візьміть файл із теки «to-sign», підпишіть його та покладіть сюди.';
const KEEP_PLAIN = 'Підпишіть файл із теки «to-sign» у полі «Signatory» або невидимим підписом, нічого більше не змінюючи.';

const WORDS: Readonly<Record<ReturnRefusal, Words>> = {
  unknown: {
    rule: 'T-signed-unknown',
    message: () => 'Цей PDF не видано на підпис цією установою',
    expected: 'підписаний файл із теки «to-sign» або проєкт .xml, .json чи .zip',
    hint: TAKE_AGAIN,
  },
  altered: {
    rule: 'T-signed-changed',
    message: ({ act = '' }) => `Файл документа ${act} відрізняється від виданого на підпис: його змінено або пошкоджено`,
    expected: 'виданий файл, до якого лише додано підпис',
    hint: TAKE_AGAIN,
  },
  older: {
    rule: 'T-signed-older',
    message: ({ act = '' }) => `Підписано не останню редакцію документа ${act}`,
    expected: 'підпис на файлі, який лежить у теці «to-sign» або «to-seal» тепер',
    hint: 'Візьміть файл документа з теки «to-sign» або «to-seal», підпишіть його та покладіть сюди.',
  },
  done: {
    rule: 'T-signed-done',
    message: ({ act = '' }) => `Документ ${act} уже підписано й передано до архіву`,
    expected: null,
    hint: 'Нічого робити не треба: підписаний документ лежить у теці готових.',
  },
  void: {
    rule: 'T-signed-void',
    message: ({ act = '' }) => `Реєстраційний номер документа ${act} анульовано: підписувати його вже не треба`,
    expected: null,
    hint: 'Якщо документ потрібен, подайте його проєкт із виправленим текстом: він одержить новий номер.',
  },
  unreadable: {
    rule: 'T-signed-broken',
    message: () => 'PDF пошкоджено або він обривається: прочитати його не вдалося',
    expected: 'повний файл',
    hint: 'Збережіть підписаний файл ще раз і покладіть його сюди.',
  },
  unsigned: {
    rule: 'T-signed-none',
    message: ({ act = '' }) => `Файл документа ${act} не підписано`,
    expected: 'файл з електронним підписом усередині (PAdES)',
    hint: 'Підпишіть файл у форматі PAdES, збережіть підписаний PDF і покладіть сюди саме його.',
  },
  changed: {
    rule: 'T-signed-changed',
    message: ({ act = '' }) => `У файлі документа ${act}, крім підпису, змінено щось іще`,
    expected: 'виданий файл, до якого лише додано підпис',
    hint: KEEP_PLAIN,
  },
  broken: {
    rule: 'T-signed-invalid',
    message: () => 'Підпис недійсний: його не створено ключем, що відповідає сертифікату',
    expected: 'чинний підпис',
    hint: TAKE_AGAIN,
  },
  format: {
    rule: 'T-signed-format',
    message: () => 'Підпис не у форматі PAdES-B',
    expected: 'підпис PAdES рівня B-B або вищого (ETSI EN 319 142-1)',
    hint: 'У програмі підписання виберіть формат PAdES.',
  },
  algorithm: {
    rule: 'T-signed-algorithm',
    message: () => 'Підпис створено алгоритмом, який програма не перевіряє або який уже не надійний',
    expected: 'RSA від 2048 бітів або ECDSA із SHA-256, SHA-384 чи SHA-512',
    hint: 'Підпишіть файл іншим ключем.',
  },
  certificate: {
    rule: 'T-signed-certificate',
    message: () => 'Сертифікат на час підписання не був чинним (або його скасовано) чи не призначений для підпису',
    expected: 'чинний сертифікат електронного підпису',
    hint: 'Підпишіть файл ключем із чинним сертифікатом.',
  },
  untrusted: {
    rule: 'T-signed-certificate',
    message: () => 'Сертифікат видано не тим надавачем, якому довіряє установа',
    expected: 'сертифікат, що веде до одного з довірених (signing.trust)',
    hint: 'Підпишіть файл ключем довіреного надавача або зверніться до адміністратора.',
  },
  person: {
    rule: 'T-signed-person',
    message: ({ act = '', signer }) => `Документ ${act} підписав не той, чий підпис потрібен${signer ? `: «${signer.slice(0, 120)}»` : ''}`,
    expected: null,
    hint: 'Передайте файл із теки «to-sign» на підпис тому, хто має його підписати, і покладіть сюди лише з його підписом.',
  },
  order: {
    rule: 'T-signed-order',
    message: () => 'Печатку накладено раніше за підпис',
    expected: 'спершу підпис підписанта, потім печатка',
    hint: TAKE_AGAIN,
  },
  place: {
    rule: 'T-signed-place',
    message: () => 'Підпис поставлено в полі печатки (Seal)',
    expected: 'підпис у полі «Signatory» або в новому полі без видимого штампа',
    hint: TAKE_AGAIN,
  },
  time: {
    rule: 'T-signed-time',
    message: () => 'Час підпису не може бути правильним: файл тоді ще не було видано або той час ще не настав',
    expected: 'час підписання за точним годинником',
    hint: 'Перевірте дату й час на компʼютері, на якому підписують, і підпишіть файл ще раз.',
  },
};

/** The findings of a PDF that is sent back, each rule once. */
export function returnFindings(file: string, facts: NonEmpty<ReturnFacts>): NonEmpty<Finding> {
  const [first, ...others] = facts.map((one) => findingOf(file, one));
  if (first === undefined) throw new Error('a refusal without a reason');
  return [first, ...others.filter((one, i) => ![first, ...others.slice(0, i)].some((known) => known.message === one.message))];
}

function findingOf(file: string, facts: ReturnFacts): Finding {
  const { rule, message, expected, hint } = WORDS[facts.code];
  return {
    file,
    rule: ruleId(rule),
    clause: null,
    severity: 'refuse',
    message: message(facts).replace(/ {2,}/g, ' '),
    expected: facts.code === 'person' && facts.awaited !== undefined ? `підпис: ${facts.awaited}` : expected,
    hint,
    at: { pointer: '', line: null, column: null },
  };
}

/** Whether findings are of a PDF that came back, so that no number hangs on it. */
export function isOfReturn(findings: readonly Finding[]): boolean {
  return findings.length > 0 && findings.every(({ rule }) => rule.startsWith('T-signed-'));
}
