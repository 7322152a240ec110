import type { LiveNotice } from '../../content/model/live-notice.ts';
import type { Briefing, Seat } from '../contract/visitor.ts';
import type { TerminalSettings } from '../provisioning/terminal-settings.ts';
import type { Edition } from '../store/edition.ts';

/**
 * The guide's languages as this visit shows them: one place further than the visit before, so that no language is
 * always first. `visit` counts from 1.
 */
export function languagesFor(visit: number, languages: readonly string[]): string[] {
  const first = languages.length === 0 ? 0 : (visit - 1) % languages.length;
  return [...languages.slice(first), ...languages.slice(0, first)];
}

/** What a seat's page is told when it asks; `edition` is null when none can be trusted, `kept` are those a catalogue keeps. */
export function briefingFor(
  seat: Seat,
  visit: number,
  edition: Pick<Edition, 'seq' | 'manifest' | 'manifestSha256'> | null,
  kept: readonly Pick<Edition, 'manifestSha256'>[],
  { screen, idle, night, statistics }: Pick<TerminalSettings, 'screen' | 'idle' | 'night' | 'statistics'>,
  notices: readonly LiveNotice[],
  maintenance: boolean,
): Briefing {
  return {
    seat,
    visit,
    edition: edition && { seq: edition.seq, manifest: edition.manifestSha256 },
    kept: kept.map(({ manifestSha256 }) => manifestSha256),
    languages: edition ? languagesFor(visit, edition.manifest.languages) : [],
    pixelsPerMm: screen.pixelsPerMm,
    idle: { warnAfterMs: idle.warnAfterSeconds * 1000, warningMs: idle.warningSeconds * 1000 },
    notices,
    dimHours: night.dim ? night.hours : null,
    statistics,
    maintenance,
  };
}
