import { mm } from './millimetres.js';

/** Sheet and margins of ДСТУ 4163:2020, points. */
export const SHEET = {
  width: mm(210),
  height: mm(297),
  left: mm(30),
  right: mm(10),
  top: mm(20),
  bottom: mm(20),
} as const;

/** Size of a visible signature, points. */
export const STAMP = { width: mm(75), height: mm(28) } as const;

/** Width of the text area, points. */
export const TEXT_WIDTH = SHEET.width - SHEET.left - SHEET.right;
export const FIRST_INDENT = mm(10);
/** Longest line of a title and of a signatory's post. */
export const LONGEST_LINE = mm(73);
