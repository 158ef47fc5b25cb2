import type { IntakeLimits } from '../model/office.js';

/**
 * Bounds on a drop where an office sets none: several times what a 300-page annex of tables needs, an inventory of 10,000 cases (order 1000/5 lets one have 9999), and what is laid out within half a minute and half a
 * gigabyte, for a trial is laid out of every draft that can be read.
 */
export const DEFAULT_LIMITS: IntakeLimits = {
  fileBytes: 64 * 1024 * 1024,
  zipEntries: 200,
  zipBytes: 256 * 1024 * 1024,
  zipRatio: 200,
  depth: 64,
  parts: 600_000,
  textLength: 4_000_000,
  fieldLength: 10_000,
  listLength: 20_000,
  sheets: 1500,
};
