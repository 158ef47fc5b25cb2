import { syntax } from './xml-syntax.js';
import type { XmlAttribute } from './xml-tree.js';

const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';
const XMLNS_NAMESPACE = 'http://www.w3.org/2000/xmlns/';

/** Prefixes declared by an element and those around it; `''` is the default namespace. */
export interface Scope {
  readonly declared: ReadonlyMap<string, string>;
  readonly outer: Scope | null;
}

/** What holds around the root. */
export const OUTERMOST: Scope = { declared: new Map([['xml', XML_NAMESPACE]]), outer: null };

export type WrittenAttribute = Pick<XmlAttribute, 'written' | 'at' | 'value'>;

/** The scope within an element that has these attributes; a declaration that Namespaces in XML 1.0 forbids throws an `XmlSyntaxError`. */
export function scopeWithin(outer: Scope, attributes: readonly WrittenAttribute[]): Scope {
  const declared = new Map<string, string>();
  for (const { written, value, at } of attributes.filter(isDeclaration)) {
    const prefix = written === 'xmlns' ? '' : written.slice('xmlns:'.length);
    const isWrong =
      prefix === 'xmlns' ||
      value === XMLNS_NAMESPACE ||
      (prefix === 'xml') !== (value === XML_NAMESPACE) ||
      (prefix !== '' && value === '');
    if (isWrong) throw syntax.namespaceDeclaration(at);
    declared.set(prefix, value);
  }
  return declared.size === 0 ? outer : { declared, outer };
}

/** Local name and namespace of an element; an undeclared prefix throws an `XmlSyntaxError`. */
export function elementName(written: string, scope: Scope, at: number): { readonly name: string; readonly namespace: string } {
  return written.includes(':') ? prefixedName(written, scope, at) : { name: written, namespace: namespaceOf('', scope) ?? '' };
}

/** The attributes that declare no namespace; an undeclared prefix, and one name twice under two prefixes, throw an `XmlSyntaxError`. */
export function plainAttributes(attributes: readonly WrittenAttribute[], scope: Scope): XmlAttribute[] {
  const seen = new Set<string>();
  return attributes
    .filter((attribute) => !isDeclaration(attribute))
    .map(({ written, at, value }) => {
      const { name, namespace } = written.includes(':') ? prefixedName(written, scope, at) : { name: written, namespace: '' };
      const key = `${namespace} ${name}`;
      if (seen.has(key)) throw syntax.repeatedAttribute(at, written);
      seen.add(key);
      return { written, name, namespace, at, value };
    });
}

function prefixedName(written: string, scope: Scope, at: number): { readonly name: string; readonly namespace: string } {
  const [prefix = '', name = ''] = written.split(':');
  const namespace = namespaceOf(prefix, scope);
  if (namespace === undefined) throw syntax.prefix(at, prefix);
  return { name, namespace };
}

function namespaceOf(prefix: string, scope: Scope): string | undefined {
  for (let at: Scope | null = scope; at !== null; at = at.outer) {
    const namespace = at.declared.get(prefix);
    if (namespace !== undefined) return namespace;
  }
  return undefined;
}

function isDeclaration({ written }: WrittenAttribute): boolean {
  return written === 'xmlns' || written.startsWith('xmlns:');
}
