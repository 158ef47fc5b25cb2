import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { controlledAct, controlRemarks } from './draft/controlled-act.js';

/** R 12.13: what is taken off control is a task of an act on record that is still to be done. */
export const releasedTasks: Rule = {
  id: ruleId('12.13-tasks'),
  clause: '12.13',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.marks === 'releases',
  check: async ({ content }, world) => controlRemarks(content, await controlledAct(content, world)),
};
