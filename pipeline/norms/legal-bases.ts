import type { LocalDate } from '../model/date.js';
import type { LegalBasis } from '../model/legal-basis.js';

const SELF_GOVERNMENT = 'Закон України «Про місцеве самоврядування в Україні»';
const DEPUTIES = 'Закон України «Про статус депутатів місцевих рад»';
const SELF_ORGANISATION = 'Закон України «Про органи самоорганізації населення»';
const MEMORY = 'загальновідоме; номер норми за текстом акта не звірено';

/** The list was read without its numbers; that its items are counted so is borne out by points 1, 5, 7 and 9, which were read with theirs. */
const ORDERED_LIST =
  'перелік виключної компетенції на сайті Полтавської міської ради (rada-poltava.gov.ua/en/miska-rada-info), без номерів: номер полічено за порядком, який звірено за п. 1, 5, 7 і 9';

const of = (act: string) => ({
  read: (norm: string, source: string): LegalBasis => ({ act, norm, mark: 'read', source }),
  known: (norm: string): LegalBasis => ({ act, norm, mark: 'known', source: MEMORY }),
});
const own = of(SELF_GOVERNMENT);
const deputies = of(DEPUTIES);
const selfOrganisation = of(SELF_ORGANISATION);
const elections = of('Виборчий кодекс України');
const kodeksy = (page: string): string => `текст статті, перевірений 08.07.2019: kodeksy.com.ua/${page}`;

/**
 * Norms that acts of the catalogue of tasks rest on or rested on, each with its source. `read` means that the article, or an act of another council that cites
 * it for the same matter, was read in a stored copy; nothing beyond that is claimed.
 */
export const LEGAL_BASES = {
  assembly: own.known('ст. 8'),
  selfOrganisationPowers: own.read('ст. 14', 'текст статті: kodeksy.com.ua/amp/pro_mistseve_samovryaduvannya_v_ukraini/statja-14.htm'),
  associations: own.read(
    'ст. 15',
    'рішення Запорізької міської ради про членство в асамблеї, яке на неї посилається: zp.gov.ua/documents/119568',
  ),
  statute: own.read('ст. 19', 'текст статті: just.odessa.gov.ua/?view=cat&category=322'),
  symbols: own.read('ст. 22', `${kodeksy('ka/o_mestnom_samoupravlenii_v_ukraine/statja-22.htm')} (російською)`),
  generalCompetence: own.read('ст. 25', 'рішення Новоград-Волинської міської ради від 22.12.2022 № 741, яке на неї посилається'),
  councilRules: own.read(
    'п. 1 ч. 1 ст. 26',
    'рішення Первомайської міської ради від 09.12.2015 № 1 про регламент, яке на нього посилається',
  ),
  commissions: own.read('п. 2 ч. 1 ст. 26', ORDERED_LIST),
  committee: own.read('п. 3 ч. 1 ст. 26', ORDERED_LIST),
  secretary: own.read('п. 4 ч. 1 ст. 26', ORDERED_LIST),
  structure: own.read(
    'п. 5 ч. 1 ст. 26',
    'рішення Одеської міської ради від 28.12.2004 № 3478-IV про чисельність апарату, яке на нього посилається',
  ),
  executiveBodies: own.read('п. 6 ч. 1 ст. 26', ORDERED_LIST),
  councilPlan: own.read(
    'п. 7 ч. 1 ст. 26',
    'рішення Коростенської міської ради від 21.12.2023 № 1582 про план роботи, яке на нього посилається',
  ),
  headReport: own.read(
    'п. 9 ч. 1 ст. 26',
    'рішення Харківської міської ради від 21.11.2001 про роботу виконавчих органів, яке на нього посилається',
  ),
  noConfidence: own.known('п. 10 ч. 1 ст. 26'),
  reports: own.known('п. 11 ч. 1 ст. 26'),
  deputyMessages: own.known('п. 12 ч. 1 ст. 26'),
  inquiries: own.known('п. 13 ч. 1 ст. 26'),
  deputyEnds: own.known('п. 14 ч. 1 ст. 26'),
  cancellation: own.known('п. 15 ч. 1 ст. 26'),
  headEnds: own.known('п. 16 ч. 1 ст. 26'),
  electionsAndReferendums: own.known('п. 19 ч. 1 ст. 26'),
  selfOrganisationEndowed: own.known('п. 20 ч. 1 ст. 26'),
  joining: own.known('п. 21 ч. 1 ст. 26'),
  selfOrganisationEnds: own.known('п. 47 ч. 1 ст. 26'),
  statuteApproved: own.read(
    'п. 48 ч. 1 ст. 26',
    'рішення Чернівецької міської ради від 26.12.2002 № 115 про Статут, яке на нього посилається',
  ),
  symbolsApproved: own.known('п. 49 ч. 1 ст. 26'),
  assistantsApproved: own.read(
    'п. 53 ч. 1 ст. 26',
    'рішення Уманської міської ради від 01.12.2015 № 9-1/7 про Положення про помічника-консультанта, яке на нього посилається',
  ),
  massEvents: own.read(
    'пп. 3 п. «б» ч. 1 ст. 38',
    'рішення виконавчого комітету Первомайської міської ради від 13.02.2018 № 69 про масовий захід, яке на нього посилається',
  ),
  headOrders: own.read(
    'п. 20 ч. 4 ст. 42',
    'розпорядження Первомайського міського голови від 04.12.2020 № 292-р, яке на нього посилається',
  ),
  headReportsYearly: own.known('ч. 7 ст. 42'),
  councilSessions: own.read('ст. 46', 'рішення Чернігівської міської ради від 28.12.2015 № 2/VII-8 про регламент, яке на неї посилається'),
  commissionsWork: own.read(
    'ст. 47',
    'проєкт рішення Радехівської міської ради від 15.12.2023 № 37/44 про засідання комісій, який на неї посилається',
  ),
  deputyOfCouncil: own.read(
    'ст. 49',
    'проєкт рішення Обухівської міської ради від 07.10.2016 № 294 про звіти депутатів, який на неї посилається',
  ),
  secretaryOfCouncil: own.known('ст. 50'),
  committeeMade: own.read(
    'ст. 51',
    'відповідь на запитання громади про склад виконавчого комітету, яка цитує ч. 3 ст. 51 (у збереженій копії без адреси)',
  ),
  committeePowers: own.read('ст. 52', 'текст статті: v-poshtova.gov.ua/vikonkom/powers'),
  units: own.read(
    'ст. 54',
    'проєкт рішення Кіровської районної у м. Кіровограді ради № 49 (серпень 2016 року) про структуру, який на неї посилається',
  ),
  headEndsEarly: own.read('ст. 79', 'Регламент селищної ради, ст. 41 (km-sov.gov.ua), який на неї посилається'),
  deputyResigns: deputies.read(
    'п. 2 ч. 2 ст. 5',
    'повідомлення про рішення Криворізької міської ради, яке на нього посилається (1kr.ua, 19309)',
  ),
  deputyReports: deputies.read('ст. 16', 'рішення Каховської міської ради від 29.03.2018 № 18 про звіти депутатів, яке на неї посилається'),
  mandates: deputies.known('ст. 17'),
  inquiry: deputies.read('ст. 21', 'текст статті: urst.com.ua/pro_status_deputativ_mistsevykh_rad/st-21'),
  groups: deputies.read('ст. 25', kodeksy('pro_status_deputativ_mistsevih_rad/25.htm')),
  assistants: deputies.read('ст. 29-1', 'рішення Уманської міської ради від 01.12.2015 № 9-1/7, яке на неї посилається'),
  selfOrganisationTerritory: selfOrganisation.read('ст. 7', kodeksy('pro_organi_samoorganizatsiyi_naselennya/statja-7.htm')),
  selfOrganisationLeave: selfOrganisation.read('ст. 9', kodeksy('print/pro_organi_samoorganizatsiyi_naselennya/statja-9.htm')),
  legalisation: selfOrganisation.read('ст. 13', 'текст статті: textbook.com.ua/pravo/1560983803/s-13'),
  delegatedControl: selfOrganisation.read(
    'ч. 1 ст. 15',
    `${kodeksy('print/ka/ob_organah_samoorganizacii_naselenija/statja-15.htm')} (російською)`,
  ),
  delegatedTaken: selfOrganisation.read(
    'ч. 3 ст. 15',
    `${kodeksy('print/ka/ob_organah_samoorganizacii_naselenija/statja-15.htm')} (російською)`,
  ),
  selfOrganisationEarly: selfOrganisation.known('ст. 25'),
  pollingStations: elections.read('ст. 28', 'текст статті: legislation.live/pravo-ukrajini-viborche/stattya-viborchi-dilnitsi-94648.html'),
  accreditation: of('Закон України «Про інформацію»').read('ст. 26', 'текст статті: urst.com.ua/ru/ob_informatsii/st-26 (російською)'),
  access: of('Закон України «Про доступ до публічної інформації»').read(
    'ст. 3',
    'проєкт рішення Кремінської міської ради від 28.11.2018 про акредитацію журналістів, який на неї посилається',
  ),
  associationsLaw: of('Закон України «Про асоціації органів місцевого самоврядування»').read(
    'ст. 1',
    'текст статті: consultant.parus.ua/?doc=09WW0DDFC9',
  ),
  media: {
    act: 'Закон України «Про медіа»',
    mark: 'read',
    source: 'повідомлення Старосамбірської міської ради: sts-mrada.gov.ua/?p=18407',
    from: '2023-03-31' as LocalDate,
  },
  mediaCoverage: {
    act: 'Закон України «Про порядок висвітлення діяльності органів державної влади та органів місцевого самоврядування в Україні засобами масової інформації»',
    norm: 'ст. 21',
    mark: 'read',
    source:
      'текст статті, перевірений 08.07.2019 (kodeksy.com.ua); про втрату чинності — повідомлення Укрінформу від 31.03.2023 (ukrinform.ua, 3689787)',
    to: '2023-03-30' as LocalDate,
  },
  training: {
    act: 'Постанова Кабінету Міністрів України від 06.02.2019 № 106',
    mark: 'known',
    source: 'система професійного навчання, зокрема депутатів місцевих рад; тексту постанови не звірено',
    from: '2019-02-06' as LocalDate,
  },
  assemblyRules: {
    act: 'Постанова Верховної Ради України від 17.12.1993 № 3748-XII',
    mark: 'known',
    source: 'Положення про загальні збори громадян за місцем проживання; тексту постанови не звірено',
    from: '1993-12-17' as LocalDate,
  },
} as const satisfies Readonly<Record<string, LegalBasis>>;
