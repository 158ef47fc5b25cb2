import type { Rule } from '../model/rule.js';
import { actRules } from './lists/acts.js';
import { archiveRules } from './lists/archive.js';
import { contractRules } from './lists/contracts.js';
import { meetingRules } from './lists/meetings.js';
import { paperRules } from './lists/papers.js';
import { technicalRules } from './lists/technical.js';

/** Every rule by which a draft is judged, list by list in the order of the regulation; technical ones last. */
export const rules: readonly Rule[] = [...meetingRules, ...actRules, ...paperRules, ...contractRules, ...archiveRules, ...technicalRules];
