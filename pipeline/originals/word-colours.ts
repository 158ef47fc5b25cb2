import { down, elementsIn, type WordElement, within } from './word-xml.js';

/** Colour of the letters of a run, `#rrggbb` or `pattern`; undefined for the automatic one. */
export type ColourOf = (
  run: WordElement,
  around: { readonly paragraph: WordElement | undefined; readonly table: WordElement | undefined },
) => string | undefined;

interface Properties {
  /** Undefined where nothing is said: then what is farther away decides. */
  readonly colour: string | undefined;
  readonly isHidden: boolean | undefined;
}

export interface RunLooks {
  readonly colourOf: ColourOf;
  /** Text that is not shown (`w:vanish`). */
  readonly isHidden: (...context: Parameters<ColourOf>) => boolean;
}

/** Reads what styles and theme say of a run (ECMA-376-1, 17.7.2): the run itself, its style, the paragraph's style, the table's, the defaults. */
export function runLooks(styles: WordElement | undefined, theme: WordElement | undefined): RunLooks {
  const themeColours = new Map(
    (theme ? within(theme, 'a:clrScheme') : []).flatMap(elementsIn).map((entry) => [entry.name.replace(/^a:/, ''), schemeColour(entry)]),
  );
  const byId = new Map(
    (styles ? elementsIn(styles) : [])
      .filter(({ name }) => name === 'w:style')
      .map((style) => [style.attributes['w:styleId'] ?? '', style]),
  );
  const defaultParagraph = [...byId.values()].find(
    ({ attributes }) => attributes['w:type'] === 'paragraph' && /^(?:1|true|on)$/.test(attributes['w:default'] ?? ''),
  );
  const known = new Map<WordElement, Properties>();

  const said = (properties: WordElement | undefined): Properties => ({
    colour: properties && colourSaid(properties, themeColours),
    isHidden: onOff(down(properties, 'w:vanish')),
  });
  const ofStyle = (style: WordElement | undefined, seen: ReadonlySet<WordElement> = new Set()): Properties => {
    if (style === undefined || seen.has(style)) return NOTHING;
    const found = known.get(style);
    if (found !== undefined) return found;
    const base = byId.get(down(style, 'w:basedOn')?.attributes['w:val'] ?? '');
    const properties = first(said(down(style, 'w:rPr')), ofStyle(base, new Set([...seen, style])));
    known.set(style, properties);
    return properties;
  };
  const named = (properties: WordElement | undefined, name: string): WordElement | undefined =>
    byId.get(down(properties, name)?.attributes['w:val'] ?? '');
  const defaults = said(down(styles, 'w:docDefaults', 'w:rPrDefault', 'w:rPr'));
  const looks = (...[run, { paragraph, table }]: Parameters<ColourOf>): Properties => {
    const own = down(run, 'w:rPr');
    return first(
      said(own),
      ofStyle(named(own, 'w:rStyle')),
      ofStyle(named(down(paragraph, 'w:pPr'), 'w:pStyle') ?? defaultParagraph),
      ofStyle(named(down(table, 'w:tblPr'), 'w:tblStyle')),
      defaults,
    );
  };
  return {
    colourOf: (...context) => {
      const { colour } = looks(...context);
      return colour === AUTOMATIC ? undefined : colour;
    },
    isHidden: (...context) => looks(...context).isHidden === true,
  };
}

function first(...all: readonly Properties[]): Properties {
  return {
    colour: all.find(({ colour }) => colour !== undefined)?.colour,
    isHidden: all.find(({ isHidden }) => isHidden !== undefined)?.isHidden,
  };
}

function colourSaid(properties: WordElement, theme: ReadonlyMap<string, string>): string | undefined {
  const effect = down(properties, 'w14:textFill');
  if (effect !== undefined) return effectColour(effect, theme);
  const colour = down(properties, 'w:color');
  if (colour === undefined) return undefined;
  const { 'w:val': value = 'auto', 'w:themeColor': name, 'w:themeTint': tint, 'w:themeShade': shade } = colour.attributes;
  const fromTheme = name === undefined ? undefined : theme.get(THEME_NAMES.get(name) ?? name);
  if (fromTheme !== undefined) return shaded(fromTheme, tint, shade);
  return HEX.test(value) ? `#${value.toLowerCase()}` : AUTOMATIC;
}

/** The fill of Word's text effects stands over the colour. */
function effectColour(effect: WordElement, theme: ReadonlyMap<string, string>): string | undefined {
  const [plain] = within(effect, 'w14:srgbClr');
  const [scheme] = within(effect, 'w14:schemeClr');
  const value = plain?.attributes['w14:val'] ?? '';
  if (HEX.test(value)) return `#${value.toLowerCase()}`;
  const name = scheme?.attributes['w14:val'] ?? '';
  if (name !== '' && elementsIn(scheme ?? effect).length === 0) return theme.get(EFFECT_NAMES.get(name) ?? name) ?? PATTERN;
  return down(effect, 'w14:noFill') === undefined ? PATTERN : '#ffffff';
}

function schemeColour(entry: WordElement): string {
  const [colour] = elementsIn(entry);
  const { lastClr, val = '' } = colour?.attributes ?? {};
  const value = colour?.name === 'a:sysClr' ? (lastClr ?? (val === 'windowText' ? '000000' : 'ffffff')) : val;
  return HEX.test(value) ? `#${value.toLowerCase()}` : PATTERN;
}

/** Lighter or darker by so many 255ths (17.3.2.6); near enough to tell grey from black. */
function shaded(colour: string, tint: string | undefined, shade: string | undefined): string {
  if (!HEX.test(colour.slice(1)) || (tint === undefined && shade === undefined)) return colour;
  const part = Number.parseInt(tint ?? shade ?? 'ff', 16) / 255;
  const mixed = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16);
    return Math.round(tint === undefined ? value * part : value * part + 255 * (1 - part));
  });
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

function onOff(element: WordElement | undefined): boolean | undefined {
  return element && !/^(?:0|false|off)$/.test(element.attributes['w:val'] ?? '1');
}

const NOTHING: Properties = { colour: undefined, isHidden: undefined };
const AUTOMATIC = 'automatic';
const PATTERN = 'pattern';
const HEX = /^[0-9a-f]{6}$/i;

/** Names in `w:themeColor` to those of the theme, as Word maps them unless told otherwise. */
const THEME_NAMES: ReadonlyMap<string, string> = new Map([
  ['text1', 'dk1'],
  ['dark1', 'dk1'],
  ['background1', 'lt1'],
  ['light1', 'lt1'],
  ['text2', 'dk2'],
  ['dark2', 'dk2'],
  ['background2', 'lt2'],
  ['light2', 'lt2'],
  ['hyperlink', 'hlink'],
  ['followedHyperlink', 'folHlink'],
]);
const EFFECT_NAMES: ReadonlyMap<string, string> = new Map([
  ['tx1', 'dk1'],
  ['bg1', 'lt1'],
  ['tx2', 'dk2'],
  ['bg2', 'lt2'],
]);
