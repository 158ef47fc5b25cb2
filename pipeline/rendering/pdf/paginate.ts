import type { Item, Slice } from './slices.js';

/** An item on its page: `top` is the top of its slice below the top of the text area, points. */
export interface PlacedItem {
  readonly item: Item;
  readonly top: number;
}
export type PlacedPage = readonly PlacedItem[];

/** The page being filled. */
interface OpenPage {
  readonly items: PlacedItem[];
  y: number;
  lowest: { readonly slice: Slice; readonly top: number } | null;
}

/**
 * Lays one run of pages. A page ends only after a slice that is not glued to the next; slices glued together that are higher than a page
 * are divided where the page ends, so nothing is ever lost.
 */
export function paginate(slices: readonly Slice[], pageHeight: number): PlacedPage[] {
  const pages: PlacedPage[] = [];
  let page: OpenPage = { items: [], y: 0, lowest: null };
  const fits = (height: number): boolean => page.lowest === null || page.y + height <= pageHeight + EPSILON;
  const turn = (next?: Slice): void => {
    const { items, lowest } = page;
    if (lowest !== null) for (const item of lowest.slice.closing ?? []) items.push({ item, top: lowest.top });
    pages.push(inReadingOrder(items));
    page = { items: [], y: 0, lowest: null };
    for (const head of next?.repeat ?? []) put(page, head);
  };
  for (const group of groups(slices)) {
    if (!fits(heightOf(group))) turn(group[0]);
    for (const slice of group) {
      if (!fits(slice.before + slice.height)) turn(slice);
      put(page, slice);
    }
  }
  if (page.lowest !== null) turn();
  return pages;
}

function put(page: OpenPage, slice: Slice): void {
  const top = page.lowest === null ? 0 : page.y + slice.before;
  if (page.lowest === null) for (const item of slice.opening ?? []) page.items.push({ item, top });
  for (const item of slice.items) page.items.push({ item, top });
  page.y = top + slice.height;
  page.lowest = { slice, top };
}

const EPSILON = 0.001;

/** Lines of neighbouring cells lie side by side on the page, but are read cell after cell, and so a program that copies text should find them. */
function inReadingOrder(items: readonly PlacedItem[]): PlacedPage {
  const rows = new Map<object, number>();
  const keys = items.map(({ item }, index) => {
    const cell = item.kind === 'text' ? item.cell : undefined;
    if (cell === undefined) return { at: index, column: 0 };
    const at = rows.get(cell.row) ?? index;
    rows.set(cell.row, at);
    return { at, column: cell.column };
  });
  if (rows.size === 0) return items;
  const order = items.map((_, index) => index);
  order.sort((a, b) => (keys[a]?.at ?? a) - (keys[b]?.at ?? b) || (keys[a]?.column ?? 0) - (keys[b]?.column ?? 0) || a - b);
  return order.flatMap((index) => items[index] ?? []);
}

function heightOf(group: readonly Slice[]): number {
  return group.reduce((sum, slice) => sum + slice.before + slice.height, 0);
}

function* groups(slices: readonly Slice[]): Generator<readonly Slice[]> {
  let group: Slice[] = [];
  for (const slice of slices) {
    group.push(slice);
    if (slice.glued) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}
