import type { Kind } from '../model/kind.js';
import { decision } from './decision.js';

/** Every kind of document that Regesta takes. */
export const kinds: readonly Kind[] = [decision];
