import fc from 'fast-check';
import { actShape } from '../../pipeline/kinds/act-shape.js';
import type { Field, ObjectShape, Shape } from '../../pipeline/model/shape.js';
import { soundDraft } from './made.js';

type Json = unknown;
type JsonObject = Readonly<Record<string, Json>>;

const TEXTS: readonly string[] = [
  '',
  ' ',
  'Про затвердження Регламенту',
  'Затвердити план (додається).',
  'відповідно до ст. 51, ч. 6 ст. 59 Закону України «Про місцеве самоврядування в Україні»',
  'керуючись пп. 1 п. «а» ч. 1 ст. 29, статтями 1–5, 7 і 9 Закону',
  'з додатком 1 до цього рішення',
  'Контроль за виконанням цього рішення покласти на міського голову.',
  'Контроль',
  'ст.',
  '№ 1 від 2021-01-19',
  '«««',
  '»»(([[',
  "обʼєкт п'ять пʼять сім’я",
  '27.8.1. Текст',
  'VІІІ',
  '\u00A0\u00A0',
  'ко\u00ADмітет',
  '\u202Eяд',
  '😀',
  '漢字',
  'а'.repeat(300),
  'слово '.repeat(200),
  '{#x}{{y}}</w:t>&amp;<b>',
  '\u0000',
  '\uD800',
  'Рџрѕ',
  '2021-02-30',
  'publication',
];

const text = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...TEXTS) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  { weight: 2, arbitrary: fc.array(fc.constantFrom(...TEXTS), { maxLength: 6 }).map((parts) => parts.join(' ')) },
);

/** Any JSON at all, dangerous keys among it. */
const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<Json>(null, -0, 1e21, 1.5, [], {}, [[]], [null], '__proto__'),
  fc.dictionary(fc.constantFrom('__proto__', 'constructor', 'toString', 'a/b~c', '', 'text'), fc.jsonValue({ maxDepth: 1 })),
);

/** A value that a form has room for, now and then one that it has not. */
function partOf(shape: Shape, depth: number): fc.Arbitrary<Json> {
  return fc.oneof({ weight: 12, arbitrary: fittingOf(shape, depth) }, { weight: 1, arbitrary: anything });
}

function fittingOf(shape: Shape, depth: number): fc.Arbitrary<Json> {
  switch (shape.is) {
    case 'text':
      return text;
    case 'closed':
      return fc.constantFrom<Json>(...shape.values);
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.oneof(fc.integer({ min: shape.min, max: Math.min(shape.max, 40) }), fc.integer({ min: shape.min - 1, max: shape.max + 1 }));
    case 'date':
      return fc.constantFrom<Json>('2021-01-19', '2021-07-13', '2020-02-29', '2021-02-29', '9999-12-31', '1991-08-24', ...shape.words);
    case 'object':
      return objectOf(shape, depth);
    case 'list':
      return depth <= 0 ? fc.constant([]) : fc.array(partOf(shape.item, depth - 1), { maxLength: 4 });
    case 'blocks': {
      if (depth <= 0) return fc.constant([]);
      const blocks = shape.variants.map((variant) => objectOf(variant.shape, depth - 1).map((block) => ({ type: variant.type, ...block })));
      return fc.array(fc.oneof(...blocks), { maxLength: 4 });
    }
  }
}

function objectOf(shape: ObjectShape, depth: number): fc.Arbitrary<JsonObject> {
  const fields = Object.fromEntries(shape.fields.map((field) => [field.key, partOf(field.shape, depth - 1)]));
  const requiredKeys = shape.fields.filter(({ required }) => required).map(({ key }) => key);
  return fc.record(fields, { requiredKeys }) as fc.Arbitrary<JsonObject>;
}

const SHAPE = actShape('decision');

/** A draft of nothing but what its form allows, mostly. */
const formed = objectOf(SHAPE, 8).map((draft) => ({ ...draft, kind: 'decision' }));

/** A sound draft in which some parts are otherwise. */
const changed = fc
  .array(fc.oneof(...SHAPE.fields.filter(({ key }) => key !== 'kind').map(changeOf)), { maxLength: 5 })
  .map((changes) => Object.assign({}, soundDraft(''), ...changes) as JsonObject);

function changeOf({ key, shape }: Field): fc.Arbitrary<JsonObject> {
  return partOf(shape, 6).map((value) => ({ [key]: value }));
}

/** Drafts as clerks and their programs may spoil them: from sound to senseless. */
export const draftArbitrary: fc.Arbitrary<JsonObject> = fc.oneof({ weight: 3, arbitrary: changed }, { weight: 2, arbitrary: formed });

/** Ways to damage bytes: turn one over, cut, leave out, repeat, put in, fill with zeros. */
export const damageArbitrary: fc.Arbitrary<(bytes: Buffer) => Buffer> = fc
  .array(
    fc.record({
      how: fc.constantFrom('turn', 'cut', 'drop', 'repeat', 'insert', 'zero', 'swap'),
      at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
      length: fc.integer({ min: 1, max: 64 }),
      what: fc.oneof(
        fc.uint8Array({ maxLength: 8 }).map((bytes) => Buffer.from(bytes)),
        fc
          .constantFrom('"', '{', '[', '<', '&', ']]>', '<!--', '\\u', 'PK\u0005\u0006', 'PK\u0001\u0002', '\uFEFF', '__proto__', '1e999')
          .map((sign) => Buffer.from(sign)),
      ),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map(
    (damages) => (bytes) =>
      damages.reduce<Buffer>((whole, { how, at, length, what }) => damaged(whole, how, Math.floor(at * whole.length), length, what), bytes),
  );

function damaged(bytes: Buffer, how: string, at: number, length: number, what: Buffer): Buffer {
  const [head, part, tail] = [bytes.subarray(0, at), bytes.subarray(at, at + length), bytes.subarray(at + length)];
  switch (how) {
    case 'turn':
      return Buffer.concat([head, Buffer.from(part.map((byte, index) => (index === 0 ? byte ^ (1 << (length % 8)) : byte))), tail]);
    case 'cut':
      return head;
    case 'drop':
      return Buffer.concat([head, tail]);
    case 'repeat':
      return Buffer.concat([head, part, part, tail]);
    case 'zero':
      return Buffer.concat([head, Buffer.alloc(part.length), tail]);
    case 'swap':
      return Buffer.concat([head, Buffer.from(part).reverse(), tail]);
    default:
      return Buffer.concat([head, what, part, tail]);
  }
}
