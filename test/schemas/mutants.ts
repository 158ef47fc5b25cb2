import { isObject, type XmlNode } from '../../pipeline/skeleton/draft-xml.js';

export interface Mutant<T> {
  readonly what: string;
  readonly draft: T;
}

/** Every draft that differs from a sound one by one part dropped. */
export function droppedParts(draft: Readonly<Record<string, unknown>>): Mutant<Readonly<Record<string, unknown>>>[] {
  return pathsOf(draft).map((path) => ({ what: `без ${path.join('/')}`, draft: asRoot(replaced(draft, path, undefined)) }));
}

/** Every draft in which one part is another value: null, empty, of another type, out of range or no word of its set. */
export function alteredParts(
  draft: Readonly<Record<string, unknown>>,
  values: readonly unknown[],
): Mutant<Readonly<Record<string, unknown>>>[] {
  return pathsOf(draft).flatMap((path) =>
    values.map((value) => ({ what: `${path.join('/')} = ${JSON.stringify(value)}`, draft: asRoot(replaced(draft, path, value)) })),
  );
}

/** Every draft with one unknown key in one object. */
export function strangeKeys(draft: Readonly<Record<string, unknown>>, key: string): Mutant<Readonly<Record<string, unknown>>>[] {
  const objects = [[], ...pathsOf(draft)].filter((path) => isObject(at(draft, path)));
  return objects.map((path) => {
    const copy = { ...(at(draft, path) as Record<string, unknown>) };
    Object.defineProperty(copy, key, { value: 1, enumerable: true, configurable: true, writable: true });
    return { what: `${path.join('/')} + ${key}`, draft: asRoot(path.length === 0 ? copy : replaced(draft, path, copy)) };
  });
}

/** Every document that differs from a sound one by an element dropped, doubled, moved, renamed or filled, or by an attribute. */
export function alteredElements(root: XmlNode): Mutant<XmlNode>[] {
  const own = nodeMutants(root).map(({ what, draft }) => ({ what: `${root.name}: ${what}`, draft }));
  const inner = root.children.flatMap((child, index) => {
    if (typeof child === 'string') return [];
    return alteredElements(child).map(({ what, draft }) => ({ what: `${root.name}/${what}`, draft: withChild(root, index, draft) }));
  });
  return [...own, ...inner];
}

function nodeMutants(node: XmlNode): Mutant<XmlNode>[] {
  const withChildren = (what: string, children: readonly (XmlNode | string)[]) => ({ what, draft: { ...node, children } });
  const withAttributes = (what: string, attributes: Readonly<Record<string, string>>) => ({ what, draft: { ...node, attributes } });
  const { children, attributes } = node;
  const stranger: XmlNode = { name: 'stranger', attributes: {}, children: [] };
  return [
    ...children.map((_, index) => withChildren(`без дитини ${index}`, children.toSpliced(index, 1))),
    ...children.map((child, index) => withChildren(`двічі дитина ${index}`, children.toSpliced(index, 0, child))),
    ...children.slice(1).map((_, index) => withChildren(`місцями ${index}`, swapped(children, index))),
    ...children.map((_, index) => withChildren(`чужий перед ${index}`, children.toSpliced(index, 0, stranger))),
    withChildren('чужий у кінці', [...children, stranger]),
    withChildren('текст у кінці', [...children, 'зайве']),
    withChildren('пропуски всередині', ['\n  ', ...children, ' \t']),
    withChildren('порожньо', []),
    withAttributes('чужий атрибут', { ...attributes, stranger: '1' }),
    withAttributes('мова', { ...attributes, 'xml:lang': 'uk' }),
    ...Object.keys(attributes).flatMap((key) => [
      withAttributes(`без ${key}`, Object.fromEntries(Object.entries(attributes).filter(([name]) => name !== key))),
      ...[
        '',
        ' ',
        'x',
        '0',
        '01',
        '+1',
        '-1',
        '1.0',
        '9999999',
        ' 5 ',
        'true',
        'TRUE',
        '1',
        '2021-02-29',
        '2020-02-29',
        '2021-1-1',
        ' signing ',
      ]
        .filter(() => key !== 'xmlns')
        .map((value) => withAttributes(`${key} = «${value}»`, { ...attributes, [key]: value })),
    ]),
  ];
}

function swapped<T>(items: readonly T[], index: number): T[] {
  const [first, second] = [items[index], items[index + 1]];
  return first === undefined || second === undefined ? [...items] : items.toSpliced(index, 2, second, first);
}

function withChild(node: XmlNode, index: number, child: XmlNode): XmlNode {
  return { ...node, children: node.children.with(index, child) };
}

type Path = readonly (string | number)[];

function pathsOf(value: unknown, base: Path = []): Path[] {
  const keys = Array.isArray(value) ? [...value.keys()] : isObject(value) ? Object.keys(value) : [];
  return keys.flatMap((key) => [[...base, key], ...pathsOf(at(value, [key]), [...base, key])]);
}

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown>)[key], value);
}

function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  const inner = replaced(at(value, [key]), rest, by);
  if (Array.isArray(value)) return inner === undefined ? value.toSpliced(Number(key), 1) : value.with(Number(key), inner);
  const copy = { ...(value as Record<string, unknown>), [key]: inner };
  if (inner === undefined) delete copy[String(key)];
  return copy;
}

function asRoot(value: unknown): Readonly<Record<string, unknown>> {
  return value as Readonly<Record<string, unknown>>;
}
