import { agreementMaterial, textsNeeded, withTexts } from '../domain/agreement/study/material/from-project';
import type { AgreementReport } from '../domain/agreement/study/report';
import type { AgreementRequest } from '../domain/agreement/study/request';
import { ok, type Result } from '../domain/model/result';
import type { SourceText } from '../domain/model/source';
import type { AnalysisPort } from './ports/analysis';
import type { Watch } from './ports/exchange';
import type { ProjectSession } from './session';

/** Reports of a session, for as long as nothing in the project changes. */
const known = new WeakMap<
  ProjectSession,
  { revision: number; readonly reports: Map<string, AgreementReport> }
>();

function reportsOf(session: ProjectSession): Map<string, AgreementReport> {
  const { revision } = session.state;
  const own = known.get(session);
  if (own?.revision === revision) return own.reports;
  const reports = new Map<string, AgreementReport>();
  known.set(session, { revision, reports });
  return reports;
}

/** In: a session and a request. Out: its report where it was computed since the last change; else undefined. */
export const knownAgreement = (
  session: ProjectSession,
  request: AgreementRequest,
): AgreementReport | undefined => reportsOf(session).get(JSON.stringify(request));

/** Computes how far coders agree, away from the window's thread, and keeps the report until the project changes. */
export async function computeAgreement(
  session: ProjectSession,
  analysis: AnalysisPort,
  request: AgreementRequest,
  watch: Watch,
): Promise<Result<AgreementReport, 'cancelled'>> {
  const reports = reportsOf(session);
  const material = agreementMaterial(session.state, request);
  const needed = textsNeeded(material, request.unit);
  const texts = new Map<string, SourceText>();
  for (const id of needed) {
    const text = await session.text(id);
    if (text) texts.set(id, text);
  }
  const computed = await analysis.run(
    'agreement',
    { material: withTexts(material, needed, texts), wishes: request },
    watch,
  );
  if (!computed.ok) return computed;
  reports.set(JSON.stringify(request), computed.value);
  return ok(computed.value);
}
