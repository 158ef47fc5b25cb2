import { isWithin, type LocalDate } from '../model/date.js';
import { EMPTY_CONTENT, type Person } from '../model/draft.js';
import type { Kind, Traits } from '../model/kind.js';
import type { Office } from '../model/office.js';
import type { OfficialRole, VisaRole } from '../model/roles.js';
import type { Field, ObjectShape, Shape } from '../model/shape.js';
import { officialsOn } from '../model/signatory.js';
import type { TaskAct } from '../model/task.js';
import { isOccasion, type VisaRow } from '../model/visa-matrix.js';
import type { Json, JsonObject } from './json-object.js';
import { taskContent, taskTraits } from './task-content.js';

export { xmlOf } from './draft-xml.js';
export type { JsonObject } from './json-object.js';

/** A task whose act a skeleton begins, and the law after `керуючись`. */
export interface TaskBegun {
  readonly act: TaskAct;
  readonly ownLaw: string;
}

/** An office on a day, for what it knows of a draft before anybody writes it. */
export interface KnownToday {
  readonly office: Office;
  readonly today: LocalDate;
  /** The matrix of visas of that day. */
  readonly visas: readonly VisaRow[];
}

/** Lists that hardly a draft goes without: the skeleton shows one item. */
const BEGUN: readonly string[] = [
  'operative',
  'body',
  'addressees',
  'parties',
  'controllers',
  'essential',
  'edits',
  'grounds',
  'materials',
];

/**
 * A draft of a kind that says nothing yet: every field of its form, in the form's order, empty where only a clerk knows, which the format reads as
 * absent; filled with what the office knows today and, for a task, with what its acts always say. No word of it is made up, and where the text of a task
 * waits for one it has a place that no act may keep (`T-unwritten`), so none can be filed by mistake.
 */
export function skeletonOf(kind: Kind, known?: KnownToday, task?: TaskBegun): JsonObject {
  const content = { ...EMPTY_CONTENT, kind: kind.id, ...(task === undefined ? {} : taskTraits(task.act)) };
  const traits = kind.traits(content);
  return filledObject(kind.shape, {
    stating: { text: [''] },
    ...begunLists(kind.shape),
    ...(known === undefined ? {} : facts(traits, kind.issuerOf(content), known)),
    ...visasOf(kind.shape, traits, known, task?.act.visas ?? []),
    ...(task === undefined ? {} : filledLists(kind.shape, taskContent(task.act, task.ownLaw))),
  });
}

/** The same with every item of a list of objects filled up to its form. */
function filledLists({ fields }: ObjectShape, given: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(given).map(([key, value]) => {
      const shape = fields.find((field) => field.key === key)?.shape;
      if (shape?.is !== 'list' || shape.item.is !== 'object' || !Array.isArray(value)) return [key, value];
      const { item } = shape;
      return [key, value.map((one: Json) => (isObject(one) ? filledObject(item, one) : one))];
    }),
  );
}

/** One empty item of each list of the draft itself that is hardly ever empty; what an inner part has of the same name is another matter. */
function begunLists({ fields }: ObjectShape): JsonObject {
  return Object.fromEntries(
    fields.flatMap(({ key, shape }): [string, Json][] => {
      if (!BEGUN.includes(key)) return [];
      if (shape.is === 'list') return [[key, [emptyValue(shape.item)]]];
      return shape.is === 'blocks' ? [[key, [{ type: 'paragraph', text: '' }]]] : [];
    }),
  );
}

/** Empty values of a form's fields, with those that `given` has in their place. */
function filledObject(shape: ObjectShape, given: JsonObject): JsonObject {
  return Object.fromEntries(
    shape.fields.map((field) => {
      const value = given[field.key];
      if (value === undefined) return [field.key, emptyField(field)];
      return [field.key, field.shape.is === 'object' && isObject(value) ? filledObject(field.shape, value) : value];
    }),
  );
}

function emptyField({ shape, absent, required, xml }: Field): Json {
  if (xml === 'root' && shape.is === 'closed') return shape.values[0] ?? '';
  if (required) return shape.is === 'integer' ? shape.min : '1';
  if (shape.is === 'list' || shape.is === 'blocks') return [];
  return absent !== 'object' && typeof absent.value !== 'object' && absent.value !== undefined ? absent.value : emptyValue(shape);
}

function emptyValue(shape: Shape): Json {
  switch (shape.is) {
    case 'object':
      return filledObject(shape, {});
    case 'list':
    case 'blocks':
      return [];
    case 'integer':
      return null;
    case 'boolean':
      return false;
    case 'text':
    case 'closed':
    case 'date':
      return '';
  }
}

/** What an office knows of a draft of these traits, by the keys of `DraftContent`; a form that lacks one does not ask for it. */
function facts(traits: Traits, issuer: string, known: KnownToday): JsonObject {
  return {
    adoption: { total: membershipOf(traits, known) ?? null },
    signatory: named(signatoryOf(traits, issuer, known) ?? {}),
  };
}

/** The total membership by which votes are counted (R 6.1). */
function membershipOf({ collegial, issuer }: Traits, { office, today }: KnownToday): number | undefined {
  const body = issuer === 'council' ? 'council' : 'executive-committee';
  return collegial ? office.membership.find((entry) => entry.body === body && isWithin(today, entry))?.total : undefined;
}

/** The head (R 5.1, 8.5, 24.8), of a unit's document the unit's head (R 24.7), or who acts for that person today; nobody where the kind does not tell the unit. */
function signatoryOf({ issuer }: Traits, body: string, { office, today }: KnownToday): Person | undefined {
  const heads =
    issuer === 'unit' ? officialsOn(office, today).filter(({ units }) => units.includes(body)) : officialsOn(office, today, 'head');
  return heads.find(({ acting }) => acting) ?? heads[0];
}

/** Who visas such a draft: those that its task names, and whatever it says (R 5.10, 8.3); of several of whom one is enough, the first. */
function visasOf({ fields }: ObjectShape, traits: Traits, known: KnownToday | undefined, ofTask: readonly VisaRole[]): JsonObject {
  const shape = fields.find(({ key }) => key === 'visas')?.shape;
  if (shape?.is !== 'list' || shape.item.is !== 'object') return {};
  const { item } = shape;
  const rows = (known?.visas ?? []).filter(({ when, changes }) => changes === undefined && isOccasion(when, traits));
  const roles = rows.flatMap(({ by }) => by.flatMap((role) => (typeof role === 'string' ? role : role.slice(0, 1))));
  return {
    visas: [...new Set([...ofTask, ...roles])].map((role) => {
      const holders = known !== undefined && isOfficial(role) ? officialsOn(known.office, known.today, role) : [];
      const holder = holders.find(({ acting }) => acting) ?? holders[0];
      return filledObject(item, { role, ...(holder === undefined ? {} : named(holder)) });
    }),
  };
}

/** Whether the office knows who has a role: of the heads of units one is the draft's, and which is for its author to say. */
function isOfficial(role: VisaRole): role is VisaRole & OfficialRole {
  return role !== 'executor' && role !== 'named-person' && role !== 'unit-head';
}

function named({ post = '', name = '' }: Person): JsonObject {
  return { post, name };
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
