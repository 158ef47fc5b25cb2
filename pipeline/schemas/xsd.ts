import type { BlocksShape, Field, ListShape, ObjectShape, Shape } from '../model/shape.js';
import { xsdPatterns } from './lexical.js';

const NAMESPACE = 'urn:regesta:draft:1';

/** A form as an XML Schema 1.0 with Ukrainian documentation; it accepts what the JSON Schema of the same form accepts. */
export function xsd(shape: ObjectShape): string {
  const types = new Map<string, string>();
  defineObject(shape, types);
  return `<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="${NAMESPACE}" targetNamespace="${NAMESPACE}" elementFormDefault="qualified">
  <xs:annotation>
    <xs:documentation xml:lang="uk">Назви, типи, кількість і порядок. Умови між полями перевіряє програма: кожну за пунктом регламенту. Порожній атрибут чи елемент — те саме, що його немає.</xs:documentation>
  </xs:annotation>
  <xs:element name="${shape.name}" type="${shape.name}"/>
${SIMPLE_TYPES}
${[...types.values()].join('\n')}
</xs:schema>
`;
}

const SIMPLE_TYPES = `
  <xs:simpleType name="nothing">
    <xs:restriction base="xs:token"><xs:length value="0"/></xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="text">
    <xs:restriction base="xs:token"><xs:pattern value="${xsdPatterns.text}"/></xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="some-text">
    <xs:restriction base="text"><xs:minLength value="1"/></xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="yes-no">
    <xs:restriction base="xs:token"><xs:enumeration value=""/><xs:enumeration value="true"/><xs:enumeration value="false"/></xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="day">
    <xs:restriction base="xs:date"><xs:pattern value="${xsdPatterns.date}"/></xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="day-or-nothing">
    <xs:union memberTypes="day nothing"/>
  </xs:simpleType>
`;

function defineObject(shape: ObjectShape, types: Map<string, string>): void {
  if (types.has(shape.name)) return;
  types.set(shape.name, '');
  const hasContent = shape.fields.some((field) => field.xml === 'content');
  const elements = shape.fields.map((field) => elementOf(field, types)).filter((line) => line !== '');
  const attributes = shape.fields.flatMap(attributesOf);
  // Space inside an element that has only attributes is no text of a draft, so its content is a text that must be empty, not «no content».
  const base = hasContent ? 'text' : 'nothing';
  const lines =
    elements.length > 0
      ? [
          '    <xs:sequence>',
          ...elements.map((line) => indented(line, 6)),
          '    </xs:sequence>',
          ...attributes.map((line) => indented(line, 4)),
        ]
      : [
          '    <xs:simpleContent>',
          `      <xs:extension base="${base}">`,
          ...attributes.map((line) => indented(line, 8)),
          '      </xs:extension>',
          '    </xs:simpleContent>',
        ];
  types.set(
    shape.name,
    [`  <xs:complexType name="${shape.name}">`, `    ${documented(shape.label)}`, ...lines, '  </xs:complexType>'].join('\n'),
  );
}

function defineBlocks(shape: BlocksShape, types: Map<string, string>): void {
  if (types.has(shape.name)) return;
  types.set(shape.name, '');
  for (const variant of shape.variants) defineObject(variant.shape, types);
  const choices = shape.variants.map(({ element, shape: { name } }) => `      <xs:element name="${element}" type="${name}"/>`);
  types.set(
    shape.name,
    [
      `  <xs:complexType name="${shape.name}">`,
      '    <xs:choice minOccurs="0" maxOccurs="unbounded">',
      ...choices,
      '    </xs:choice>',
      '  </xs:complexType>',
    ].join('\n'),
  );
}

function attributesOf(field: Field): string[] {
  if (field.xml === 'flattened' && field.shape.is === 'object') return field.shape.fields.flatMap(attributesOf);
  if (field.xml !== 'attribute') return [];
  const use = field.required ? ' use="required"' : '';
  return [typed(`xs:attribute name="${field.key}"${use}`, 'xs:attribute', field)];
}

function elementOf(field: Field, types: Map<string, string>): string {
  const { shape } = field;
  if (field.xml === 'inline' && shape.is === 'list') return itemElement(shape, field.label, types);
  if (field.xml !== 'element') return '';
  const open = `xs:element name="${field.key}" minOccurs="0"`;
  if (shape.is === 'object' || shape.is === 'blocks') return named(open, shape, field.label, types);
  if (shape.is !== 'list') return typed(open, 'xs:element', field);
  return [`<${open}>`, `  ${documented(field.label)}`, ...runOf(shape, types, 2), '</xs:element>'].join('\n');
}

/** A run of items without a wrapper. */
function itemElement({ element, item, most }: ListShape, label: string, types: Map<string, string>): string {
  const open = `xs:element name="${element ?? ''}" minOccurs="0" maxOccurs="${most ?? 'unbounded'}"`;
  if (item.is === 'object' || item.is === 'blocks') return named(open, item, label, types);
  if (item.is === 'list') {
    return [`<${open}>`, `  ${documented(label)}`, ...runOf(item, types, 2), '</xs:element>'].join('\n');
  }
  return `<${open} type="text">${documented(label)}</xs:element>`;
}

function runOf(list: ListShape, types: Map<string, string>, depth: number): string[] {
  const lines = [
    '<xs:complexType>',
    '  <xs:sequence>',
    indented(itemElement(list, list.label, types), 4),
    '  </xs:sequence>',
    '</xs:complexType>',
  ];
  return lines.map((line) => indented(line, depth));
}

function named(open: string, shape: ObjectShape | BlocksShape, label: string, types: Map<string, string>): string {
  if (shape.is === 'object') defineObject(shape, types);
  else defineBlocks(shape, types);
  return `<${open} type="${shape.name}">${documented(label)}</xs:element>`;
}

/** An attribute or element of a simple type: by the type's name, or with the type written inside. */
function typed(open: string, tag: string, { label, shape, required }: Field): string {
  const type = simpleType(shape, required);
  if (!type.startsWith('<')) return `<${open} type="${type}">${documented(label)}</${tag}>`;
  return [`<${open}>`, `  ${documented(label)}`, `  <xs:simpleType>${type}</xs:simpleType>`, `</${tag}>`].join('\n');
}

function simpleType(shape: Shape, required: boolean): string {
  switch (shape.is) {
    case 'text':
      return required ? 'some-text' : 'text';
    case 'boolean':
      return 'yes-no';
    case 'closed':
      return words(['', ...shape.values]);
    case 'date':
      if (shape.words.length === 0) return 'day-or-nothing';
      return `<xs:union memberTypes="day nothing"><xs:simpleType>${words(shape.words)}</xs:simpleType></xs:union>`;
    case 'integer': {
      const whole = `<xs:restriction base="xs:integer"><xs:pattern value="${xsdPatterns.integer}"/><xs:minInclusive value="${shape.min}"/><xs:maxInclusive value="${shape.max}"/></xs:restriction>`;
      return required ? whole : `<xs:union memberTypes="nothing"><xs:simpleType>${whole}</xs:simpleType></xs:union>`;
    }
    case 'list': {
      const list = `<xs:list><xs:simpleType>${simpleType(shape.item, true)}</xs:simpleType></xs:list>`;
      if (shape.most === undefined) return list;
      return `<xs:restriction><xs:simpleType>${list}</xs:simpleType><xs:maxLength value="${shape.most}"/></xs:restriction>`;
    }
    case 'object':
    case 'blocks':
      throw new TypeError(`A form «${shape.name}» cannot be an attribute`);
  }
}

function words(values: readonly string[]): string {
  return `<xs:restriction base="xs:token">${values.map((value) => `<xs:enumeration value="${value}"/>`).join('')}</xs:restriction>`;
}

function documented(label: string): string {
  return `<xs:annotation><xs:documentation xml:lang="uk">${label}</xs:documentation></xs:annotation>`;
}

function indented(text: string, depth: number): string {
  return text.replaceAll(/^/gm, ' '.repeat(depth));
}
