import { COAT_OF_ARMS } from './coat-of-arms.js';
import { FontShelf } from './font-shelf.js';
import { type Renderer, RendererClass, type StyleStack, StyleStackClass } from './internals.js';

/*
 * Where pdfmake 0.3.11 does the same work over and over. The pages are the same; each patch says what it saves and when it can go. Called by
 * `patchPdfmake`, which looks at the version.
 */

/**
 * Why: pdfmake looks up 25 properties for every word, each through the whole stack of styles, though all words of a paragraph stand on the same
 * stack. What was found stays known until the stack changes. Can go when pdfmake resolves a paragraph's style once.
 */
export function rememberStyles(): void {
  const { prototype } = StyleStackClass;
  const { push, pop, getProperty } = prototype;
  const { getStyleProperty } = StyleStackClass;
  const known = new WeakMap<StyleStack, Map<string, unknown>>();
  prototype.push = function (this: StyleStack, style): void {
    known.delete(this);
    push.call(this, style);
  };
  prototype.pop = function (this: StyleStack, howMany): void {
    known.delete(this);
    pop.call(this, howMany);
  };
  const remembered = (stack: StyleStack, property: string): unknown => {
    let found = known.get(stack);
    if (found === undefined) {
      found = new Map();
      known.set(stack, found);
    }
    if (!found.has(property)) found.set(property, getProperty.call(stack, property));
    return found.get(property);
  };
  StyleStackClass.getStyleProperty = (item, stack, property, otherwise) => {
    // What the item itself says comes first; only a named style of its own must be put on the stack.
    if (isValue(item[property])) return item[property];
    if (stack === undefined || item['style'] !== undefined) return getStyleProperty(item, stack, property, otherwise);
    const value = remembered(stack, property);
    return isValue(value) ? value : otherwise;
  };
}

/** Why: the drawing of the coat of arms would be parsed as SVG for every act. Can go when pdfmake keeps what it has parsed. */
export function drawCoatOfArms(): void {
  const { prototype } = RendererClass;
  const renderSVG = prototype.renderSVG;
  prototype.renderSVG = function (this: Renderer, node): void {
    const page = this.pdfDocument;
    if (!(page.virtualfs instanceof FontShelf)) {
      renderSVG.call(this, node);
      return;
    }
    const { width, height, strokes } = COAT_OF_ARMS;
    page.save();
    page.translate(node.x, node.y).scale(node._width / width, node._height / height);
    page.lineJoin('miter').lineCap('butt').fillColor('black').strokeColor('black');
    for (const stroke of strokes) {
      for (const isMirror of stroke.mirrored ? [false, true] : [false]) {
        page.save();
        if (isMirror) page.transform(-1, 0, 0, 1, width, 0);
        page.path(stroke.path);
        if (stroke.width === null) page.fill();
        else page.lineWidth(stroke.width).stroke();
        page.restore();
      }
    }
    page.restore();
  };
}

function isValue(value: unknown): boolean {
  return value !== undefined && value !== null;
}
