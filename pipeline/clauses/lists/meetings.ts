import type { Rule } from '../../model/rule.js';
import { controlledDecisions } from '../3.2-controlled.js';
import { planSections } from '../3.2-sections.js';
import { planApproved } from '../3.4-decision.js';
import { planVisas } from '../3.5-visas.js';
import { planSent } from '../3.7-mailing.js';
import { monthEvents } from '../3.9-month.js';
import { monthPlanSignatory } from '../3.9-signatory.js';
import { monthPlanTerm } from '../3.9-term.js';
import { plannedMeetings } from '../4.2-meetings.js';
import { ordinaryDay } from '../4.2-ordinary.js';
import { membersNamed } from '../4.3-attended.js';
import { quorum } from '../4.3-quorum.js';
import { agendaKnown } from '../4.8-agenda-known.js';
import { agendaAgreed } from '../4.8-agreed.js';
import { agendaApproved } from '../4.8-approved.js';
import { agendaItems } from '../4.8-items.js';
import { agendaMeeting } from '../4.8-meeting.js';
import { agendaOrder } from '../4.8-order.js';
import { agendaProjects } from '../4.8-projects.js';
import { agendaQuestions } from '../4.8-questions.js';
import { agendaSignatory } from '../4.8-signatory.js';
import { closedSitting } from '../4.11-closed.js';
import { minutesCourse } from '../4.12-course.js';
import { minutesItems } from '../4.12-items.js';
import { minutesMeeting } from '../4.12-meeting.js';
import { minutesOnce } from '../4.12-once.js';
import { minutesProjects } from '../4.12-projects.js';
import { minutesSigned } from '../4.13-date.js';
import { minutesSignatory } from '../4.13-signatory.js';
import { minutesInTime } from '../4.13-term.js';
import { gatheringMinutes } from '../21.7-minutes.js';
import { commissionRegulations } from '../22.3-regulations.js';
import { commissionFounded } from '../22.4-commission.js';
import { commissionDescribed } from '../22.4-founding.js';
import { commissionMinutes } from '../22.4-minutes.js';
import { delegationReported } from '../23.6-report.js';
import { delegationTerm } from '../23.6-term.js';

/** Plans, meetings, agendas and minutes, reports on delegations: sections 3, 4, 21, 22 and 23.6 of the regulation. */
export const meetingRules: readonly Rule[] = [
  planSections,
  controlledDecisions,
  planApproved,
  planVisas,
  planSent,
  monthEvents,
  monthPlanSignatory,
  monthPlanTerm,
  ordinaryDay,
  plannedMeetings,
  quorum,
  membersNamed,
  agendaAgreed,
  agendaApproved,
  agendaItems,
  agendaMeeting,
  agendaProjects,
  agendaSignatory,
  agendaKnown,
  agendaQuestions,
  agendaOrder,
  closedSitting,
  minutesMeeting,
  minutesItems,
  minutesCourse,
  minutesOnce,
  minutesProjects,
  minutesSigned,
  minutesSignatory,
  minutesInTime,
  gatheringMinutes,
  commissionRegulations,
  commissionFounded,
  commissionDescribed,
  commissionMinutes,
  delegationReported,
  delegationTerm,
];
