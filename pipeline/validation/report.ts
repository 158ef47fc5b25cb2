import type { ReportFacts, ReportPrinter } from '../model/report.js';
import { SECRECY } from './judging.js';
import { reportPage } from './report-page.js';

/**
 * Prints reports: for a clerk a page of HTML that needs no other file and no script, for a machine JSON `{name, sha256, receivedAt, droppedBy,
 * verdict, findings}`. Of a secret draft both give name, digest and clause and nothing of what it says (R 15). `timeZone` is the office's.
 */
export function reportPrinter(timeZone: string): ReportPrinter {
  return (facts) => {
    const shown = withoutSecrets(facts);
    const { name, sha256, receivedAt, droppedBy, verdict, findings } = shown;
    const json = `${JSON.stringify({ name, sha256, receivedAt, droppedBy, verdict, findings }, null, 2)}\n`;
    return { html: reportPage(shown, timeZone), json };
  };
}

/** A secret draft's report says that it is one, not where, and shows no line of it. */
function withoutSecrets(facts: ReportFacts): ReportFacts {
  const secret = facts.findings.find(({ clause }) => clause === SECRECY);
  if (secret === undefined) return facts;
  const { source: _, ...rest } = facts;
  return { ...rest, findings: [{ ...secret, at: { pointer: '', line: null, column: null } }] };
}
