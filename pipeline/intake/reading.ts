import { extname } from 'node:path';
import { sha256 } from '../model/digest.js';
import { type Draft, type DraftContent, EMPTY_CONTENT, filesNamed } from '../model/draft.js';
import type { Attachment, DraftSource } from '../model/drop.js';
import { type Finding, ruleId } from '../model/finding.js';
import type { Kind } from '../model/kind.js';
import type { IntakeLimits } from '../model/office.js';
import type { NonEmpty } from '../model/outcome.js';
import { placeOf } from '../model/place.js';
import { decodeJson, decodeXml, isUtf32, refusedUtf32 } from './encoding.js';
import { type Bounds, type Flaw, type RawObject, type Unreadable, unreadable } from './raw.js';
import { readJson } from './read-json.js';
import type { ZipContent } from './read-zip.js';
import { shaped } from './shaping.js';
import { sheetsOf } from './sheets.js';
import { textLines } from './text-lines.js';

/** A kind as far as reading needs it. */
export type ReadableKind = Pick<Kind, 'id' | 'shape'>;

/** A draft with the flaws of its form, or why the file could not be read; `broken` if it merely breaks off and more of it may still come. */
export type ReadOutcome =
  | { readonly readable: true; readonly draft: Draft; readonly flaws: readonly Finding[] }
  | { readonly readable: false; readonly findings: NonEmpty<Finding>; readonly broken: boolean };

export interface Reading {
  read(file: { readonly name: string; readonly bytes: Buffer }): Promise<ReadOutcome>;
}

type Format = 'json' | 'xml';

/** A report of so many is read by nobody, and one of every part of a hostile file would itself be too large. */
const MOST_FLAWS = 2000;

/** Bytes of one character in any encoding that is read. */
const LONGEST_CHARACTER = 4;

interface DraftFile {
  readonly format: Format;
  readonly bytes: Buffer;
}

/**
 * Reads a dropped `.json`, `.xml` or `.zip` into a draft of one of the kinds. JSON and XML give the same content and the same pointers; values are
 * never retyped, encodings never guessed; all flaws come at once. Bad input never throws.
 */
export function reading(kinds: readonly ReadableKind[], limits: IntakeLimits): Reading {
  return {
    async read({ name, bytes }) {
      const extension = extname(name).toLowerCase();
      if (bytes.length > limits.fileBytes) return refusal(name, tooLarge(bytes.length, limits.fileBytes));
      if (extension === '.json' || extension === '.xml') {
        const file: DraftFile = { format: extension === '.json' ? 'json' : 'xml', bytes };
        return readDraft(kinds, limits, { name, bytes }, file, null);
      }
      if (extension !== '.zip') return refusal(name, unknownExtension());
      const { readZip } = await import('./read-zip.js');
      const zip = await readZip(bytes, limits);
      if (!zip.readable) return refusal(name, zip);
      if (zip.draft === null) return { readable: false, findings: findingsWithoutPlace(name, zip.flaws), broken: false };
      return readDraft(kinds, limits, { name, bytes }, zip.draft, zip);
    },
  };
}

async function readDraft(
  kinds: readonly ReadableKind[],
  limits: IntakeLimits,
  dropped: { readonly name: string; readonly bytes: Buffer },
  file: DraftFile,
  zip: ZipContent | null,
): Promise<ReadOutcome> {
  if (file.bytes.length > LONGEST_CHARACTER * limits.textLength) return refusal(dropped.name, tooLong(limits.textLength), zip);
  const decoded = decodeDraft(file);
  if (!decoded.readable) return refusal(dropped.name, decoded, zip);
  if (decoded.text.length > limits.textLength) return refusal(dropped.name, tooLong(limits.textLength), zip);
  const lines = textLines(decoded.text);
  const tree = file.format === 'json' ? jsonTree(kinds, decoded.text, limits) : await xmlTree(kinds, decoded.text, limits);
  if (!tree.readable) return refusal(dropped.name, tree, zip, lines);
  const form = shaped(tree.root, tree.kind.shape, file.format === 'xml', limits);
  // Every form's fields are among those of DraftContent: the parts they are made of are written beside it, and a test reads every field of both.
  const content = withPlainNames({ ...EMPTY_CONTENT, ...(form.content as Partial<DraftContent> & Pick<DraftContent, 'kind'>) });
  const named = new Set(filesNamed(content).map(({ file }) => file));
  const attachments = zip?.attachments.filter(({ name }) => named.has(name)) ?? [];
  const draft: Draft = { content, source: sourceOf(dropped, file.format, form.places, lines), attachments };
  const flaws = [...tree.flaws, ...form.flaws, ...(zip?.flaws ?? []), ...annexFileFlaws(content, zip)];
  const found = reported(flaws).map((flaw) => findingIn(draft, flaw, lines));
  const sheets = Math.round(sheetsOf(content));
  if (sheets <= limits.sheets) return { readable: true, draft, flaws: found };
  return { readable: false, findings: [withoutPlace(dropped.name, tooManySheets(sheets, limits.sheets)), ...found], broken: false };
}

/** Files are told apart by their names in NFC, however the draft and the ZIP write them. */
function withPlainNames(content: DraftContent): DraftContent {
  if (filesNamed(content).every(({ file }) => file === file.normalize('NFC'))) return content;
  const file = content.original?.file;
  return {
    ...content,
    ...(file === undefined ? {} : { original: { file: file.normalize('NFC') } }),
    annexes: content.annexes.map((annex) => (annex.file === undefined ? annex : { ...annex, file: annex.file.normalize('NFC') })),
  };
}

/** Flaws past the most that a report can hold are counted, not listed. */
function reported(flaws: readonly Flaw[]): readonly Flaw[] {
  if (flaws.length <= MOST_FLAWS) return flaws;
  return [
    ...flaws.slice(0, MOST_FLAWS),
    {
      rule: 'T-size',
      pointer: '',
      at: null,
      message: `У файлі є ще помилки запису: ${flaws.length - MOST_FLAWS}`,
      expected: 'файл, створений формою або іншою системою',
      hint: 'Перевірте, чи справді це проєкт документа; виправте показані помилки й подайте файл ще раз.',
    },
  ];
}

/** Zeros at the end are the room that a copying program reserves and has not filled yet. */
function decodeDraft({ format, bytes }: DraftFile): ReturnType<typeof decodeXml> {
  if (isUtf32(bytes)) return refusedUtf32();
  if (bytes.length > 1 && bytes.at(-1) === 0 && bytes.at(-2) === 0) {
    const expected = { expected: 'повний файл', hint: 'Збережіть проєкт ще раз і подайте весь файл.' };
    return unreadable({ rule: 'T-broken-off', at: null, message: 'Файл обривається: його кінець заповнено нулями', ...expected }, true);
  }
  return format === 'json' ? decodeJson(bytes) : decodeXml(bytes);
}

type Tree =
  | { readonly readable: true; readonly kind: ReadableKind; readonly root: RawObject; readonly flaws: readonly Flaw[] }
  | Unreadable;

function jsonTree(kinds: readonly ReadableKind[], text: string, bounds: Bounds): Tree {
  const json = readJson(text, bounds);
  if (!json.readable) return json;
  const named = json.root.members.get('kind')?.value;
  const kind = named?.is === 'text' ? kinds.find(({ id }) => id === named.value) : undefined;
  if (kind !== undefined) return { ...json, kind };
  const shown = named?.is === 'text' && named.value.trim() !== '' ? named.value : null;
  const hint = 'Запишіть, наприклад: "kind": "decision".';
  return unreadable({ ...unknownKind(kinds, shown), at: named?.at ?? json.root.at, hint });
}

/** Loads what reads XML when the first such draft comes, for a check of one file waits for all that is loaded. */
async function xmlTree(kinds: readonly ReadableKind[], text: string, bounds: Bounds): Promise<Tree> {
  const { parseXml, rawFromXml } = await import('./read-xml.js');
  const xml = parseXml(text, bounds);
  if (!xml.readable) return xml;
  const kind = kinds.find(({ id }) => id === xml.root.name);
  if (kind !== undefined) return { readable: true, kind, ...rawFromXml(xml.root, kind.shape) };
  const hint = 'Назвіть кореневий елемент видом документа, наприклад <decision>.';
  return unreadable({ ...unknownKind(kinds, xml.root.name), at: xml.root.at, hint });
}

function unknownKind(kinds: readonly ReadableKind[], shown: string | null): Pick<Flaw, 'rule' | 'message' | 'expected'> {
  const message = shown === null ? 'Не вказано вид документа (kind)' : `Вид документа «${shown.slice(0, 80)}» (kind) програмі невідомий`;
  return { rule: 'T-kind', message, expected: kinds.map(({ id }) => id).join(', ') };
}

function sourceOf(
  dropped: { readonly name: string; readonly bytes: Buffer },
  format: Format,
  places: ReadonlyMap<string, number>,
  lines: ReturnType<typeof textLines>,
): DraftSource {
  return {
    ...dropped,
    format,
    sha256: sha256(dropped.bytes),
    position(pointer) {
      for (let at = pointer; ; at = at.slice(0, at.lastIndexOf('/'))) {
        const offset = places.get(at);
        if (offset !== undefined) return lines(offset);
        if (!at.includes('/')) return null;
      }
    },
  };
}

/** Every file that the draft names must have come in the ZIP, and every file of the ZIP be named. */
function annexFileFlaws(content: DraftContent, zip: ZipContent | null): Flaw[] {
  const present = new Set(zip?.attachments.map(({ name }: Attachment) => name));
  const files = filesNamed(content);
  const named = files.map(({ file }) => file);
  const missing = files.flatMap(({ file: name, at: pointer }): Flaw[] => {
    if (present.has(name) || zip?.refusedNames.has(name)) return [];
    return [
      {
        rule: 'T-zip-missing',
        pointer,
        at: null,
        message: `${pointer.startsWith('/original') ? 'Картка' : 'Додаток'} посилається на файл «${name.slice(0, 120)}», якого не подано`,
        expected: 'ZIP, у якому лежать проєкт і всі файли, названі в ньому',
        hint: zip === null ? 'Подайте ZIP із проєктом і цим файлом.' : 'Покладіть файл у ZIP або виправте його назву (file).',
      },
    ];
  });
  const extra = [...present].filter((name) => !named.includes(name));
  return [
    ...missing,
    ...extra.map((name) => ({
      rule: 'T-zip-extra',
      pointer: '/annexes',
      at: null,
      message: `У ZIP лежить файл «${name.slice(0, 120)}», на який проєкт не посилається`,
      expected: 'лише проєкт і файли, названі в ньому',
      hint: 'Назвіть цей файл у додатку (file) або приберіть його із ZIP.',
    })),
  ];
}

function findingIn(draft: Draft, flaw: Flaw, lines: ReturnType<typeof textLines>): Finding {
  const place = placeOf(draft, flaw.pointer);
  return findingAt(draft.source.name, flaw, flaw.at === null ? place : { ...place, ...lines(flaw.at) });
}

function findingAt(file: string, flaw: Flaw, at: Finding['at']): Finding {
  return {
    file,
    rule: ruleId(flaw.rule),
    clause: null,
    severity: 'refuse',
    message: flaw.message,
    expected: flaw.expected ?? null,
    hint: flaw.hint ?? null,
    at,
  };
}

/** A file that cannot be read: with the flaws of the ZIP it came in, if it came in one, since those are to be mended too. */
function refusal(name: string, why: Unreadable, zip: ZipContent | null = null, lines?: ReturnType<typeof textLines>): ReadOutcome {
  const position = why.flaw.at === null ? undefined : lines?.(why.flaw.at);
  const at = { pointer: '', line: position?.line ?? null, column: position?.column ?? null };
  const others = (zip?.flaws ?? []).map((flaw) => withoutPlace(name, flaw));
  return { readable: false, findings: [findingAt(name, why.flaw, at), ...others], broken: why.broken && zip === null };
}

function withoutPlace(name: string, flaw: Flaw): Finding {
  return findingAt(name, flaw, { pointer: flaw.pointer, line: null, column: null });
}

function findingsWithoutPlace(name: string, flaws: NonEmpty<Flaw>): NonEmpty<Finding> {
  const [first, ...others] = flaws;
  return [withoutPlace(name, first), ...others.map((flaw) => withoutPlace(name, flaw))];
}

function tooLarge(size: number, limit: number): Unreadable {
  return unreadable({
    rule: 'T-size',
    at: null,
    message: `Файл завеликий: ${mebibytes(size)} МБ`,
    expected: `не більше ${mebibytes(limit)} МБ`,
    hint: 'Зменште файл або додатки до нього.',
  });
}

function tooLong(limit: number): Unreadable {
  return unreadable({
    rule: 'T-size',
    at: null,
    message: 'Текст проєкту завеликий',
    expected: `не більше ${limit} знаків`,
    hint: 'Подайте великі додатки окремими файлами: ZIP із проєктом і цими файлами.',
  });
}

function tooManySheets(sheets: number, limit: number): Flaw {
  return {
    rule: 'T-size',
    pointer: '',
    at: null,
    message: `Документ завеликий: близько ${sheets} аркушів`,
    expected: `не більше ${limit} аркушів`,
    hint: 'Подайте великі додатки окремими файлами або розширте вузькі стовпці таблиць.',
  };
}

/** Of a file past the limit, which need not be read to be refused. */
export function tooLargeFinding(name: string, size: number, limit: number): Finding {
  return findingAt(name, tooLarge(size, limit).flaw, { pointer: '', line: null, column: null });
}

function mebibytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1).replace('.', ',');
}

function unknownExtension(): Unreadable {
  return unreadable({
    rule: 'T-extension',
    at: null,
    message: 'Файли такого виду не приймаються',
    expected: '.xml, .json або .zip',
    hint: 'Подайте проєкт документа, створений формою або іншою системою.',
  });
}
