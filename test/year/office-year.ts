import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import PizZip from 'pizzip';
import { addDays, daysBetween, type LocalDate } from '../../pipeline/model/date.js';
import { sha256 } from '../../pipeline/model/digest.js';
import { zipOf } from '../intake/zip-writer.js';

type Json = Readonly<Record<string, unknown>>;

/** A file for the inbox; names in natural order are the order in which numbers are given. */
export interface YearDrop {
  readonly name: string;
  readonly bytes: string | Buffer;
}

/** How much an office does in a year. */
export interface YearSize {
  readonly acts: number;
  readonly contracts: number;
}

export const YEAR = 2021;
export const BIG_YEAR: YearSize = { acts: 1200, contracts: 60 };
export const SMALL_YEAR: YearSize = { acts: 36, contracts: 2 };

/** The nomenclature by which the cases of the year are formed. */
export const NOMENCLATURE = 'fixtures/kinds/nomenclature/nomenklatura-2021.json';

/** What kinds of acts a year has, by twelfths, and of what sound draft each is made. */
const MIX = [
  { twelfths: 3, file: 'decision/two-pages', place: 'закладів освіти громади', named: (n: number) => `закладів освіти округу № ${n}` },
  { twelfths: 2, file: 'order/inventaryzatsiia', place: 'печаток', named: (n: number) => `у секторі № ${n} печаток` },
  {
    twelfths: 1,
    file: 'administrative-order/perebuvannia-transportu',
    place: 'автомобіля',
    named: (n: number) => `автомобіля № ${n}`,
  },
  { twelfths: 2, file: 'personnel-order/sumishchennia', place: 'у відділі освіти', named: (n: number) => `у закладі освіти № ${n}` },
  { twelfths: 1, file: 'personnel-order/vidpustka', place: 'відпустки', named: (n: number) => `відпустки за графіком № ${n}` },
  { twelfths: 2, file: 'letter/vidpovid-oda', place: 'сезону', named: (n: number) => `сезону котельні № ${n}` },
  { twelfths: 1, file: 'errand/pidhotovka-ukryttiv', place: 'споруд', named: (n: number) => `споруд дільниці № ${n}` },
] as const;
const TWELFTHS = 12;

const FIRST_DAY = '2021-01-18' as LocalDate;
const LAST_DAY = '2021-12-30' as LocalDate;
/** Until this day the chief of staff was another. */
const NEW_CHIEF_OF_STAFF = '2021-02-01';
const CHIEFS_OF_STAFF = ['В. ЧЕРНЯВСЬКИЙ', 'Богдан ТЕРЕЩУК'] as const;

const LAWYER = { post: 'Начальник юридичного відділу', name: 'Наталія СОКІЛ' };

/** The drops of a year of the demonstration office, its nomenclature first, in the order of their dates; the same for the same size, no two with the same bytes. */
export async function officeYear({ acts, contracts }: YearSize): Promise<YearDrop[]> {
  const dated = [...(await actsOfYear(acts)), ...(await contractsOfYear(contracts))].sort((a, b) =>
    a.date < b.date ? -1 : Number(a.date > b.date),
  );
  const drops = dated.flatMap(({ files }) => files);
  const plan = { name: 'nomenclature.json', bytes: await readFile(NOMENCLATURE) };
  return [plan, ...drops].map(({ name, bytes }, index) => ({ name: `${String(index).padStart(5, '0')}-${name}`, bytes }));
}

interface Dated {
  readonly date: LocalDate;
  readonly files: readonly YearDrop[];
}

async function actsOfYear(count: number): Promise<Dated[]> {
  const span = daysBetween(FIRST_DAY, LAST_DAY);
  const made = await Promise.all(
    MIX.map(async ({ twelfths, file, place, named }) => {
      const draft = JSON.parse(await readFile(`fixtures/kinds/${file}.json`, 'utf8')) as Json;
      const number = Math.round((count * twelfths) / TWELFTHS);
      return Array.from({ length: number }, (_, index): Dated => {
        const date = addDays(FIRST_DAY, Math.floor((span * (index + 0.5)) / number));
        const title = String(draft['title']).replace(place, named(index + 1));
        const act = { ...moved(draft, date), id: `year-${draft['kind']}-${draft['retention'] ?? ''}${index + 1}`, title };
        return { date, files: [{ name: `${draft['kind']}.json`, bytes: JSON.stringify(act) }] };
      });
    }),
  );
  return made.flat();
}

/** The draft with all its dates moved so that it is of this day, and visaed by who was in office then. */
function moved(draft: Json, to: LocalDate): Json {
  const { date } = (draft['signing'] ?? draft['adoption']) as { readonly date: LocalDate };
  const shift = daysBetween(date, to);
  return JSON.parse(JSON.stringify(draft), (_, value: unknown) => {
    if (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)) return addDays(value as LocalDate, shift);
    if (!isVisa(value)) return value;
    return value.date < NEW_CHIEF_OF_STAFF && value.name === CHIEFS_OF_STAFF[1] ? { ...value, name: CHIEFS_OF_STAFF[0] } : value;
  }) as Json;
}

function isVisa(value: unknown): value is { readonly name: string; readonly date: string } {
  return typeof value === 'object' && value !== null && 'role' in value && 'date' in value;
}

/** Each a ZIP and the examination by which it is registered, a week after it came. */
async function contractsOfYear(count: number): Promise<Dated[]> {
  const folder = 'fixtures/kinds/contract';
  const names = (await readdir(folder)).sort();
  return Promise.all(
    Array.from({ length: count }, async (_, index): Promise<Dated> => {
      const { bytes, received } = await contractZip(join(folder, names[index % names.length] ?? ''), `year-contract-${index + 1}`);
      const day = addDays(received, 7);
      const examination = {
        ...{ kind: 'examination', id: `year-examination-${index + 1}`, title: 'Про правову експертизу договору' },
        ...{ contract: sha256(bytes), verdict: 'register', signing: { date: day }, signatory: LAWYER },
      };
      return {
        date: day,
        files: [
          { name: 'contract.zip', bytes },
          { name: 'examination.json', bytes: JSON.stringify(examination) },
        ],
      };
    }),
  );
}

/** A sound contract under an id of its own, so that its bytes are its own, and the day it came. */
async function contractZip(path: string, id: string): Promise<{ readonly bytes: Buffer; readonly received: LocalDate }> {
  let received: string | undefined;
  const files = new PizZip(await readFile(path)).file(/./).map((file) => {
    const bytes = Buffer.from(file.asUint8Array());
    if (!/^kartka\./.test(file.name)) return { name: file.name, bytes };
    const text = bytes.toString();
    received = /\breceived"?[=:] *"([^"]+)/.exec(text)?.[1];
    const card = file.name.endsWith('.json')
      ? JSON.stringify({ ...(JSON.parse(text) as Json), id })
      : text.replace(/<contract ([^>]*?)id="[^"]*"/, `<contract $1id="${id}"`);
    return { name: file.name, bytes: card };
  });
  if (received === undefined) throw new Error(`${path}: its card does not say when it was received`);
  return { bytes: zipOf(...files), received: received as LocalDate };
}
