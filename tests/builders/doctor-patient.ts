import type { TerminalStatus } from '../../src-main/contract/terminal-status.ts';
import { HttpFailure } from '../../src-main/platform/http.ts';
import type { Check } from '../../src-main/provisioning/doctor/check.ts';
import type { Patient } from '../../src-main/provisioning/doctor/patient.ts';
import { runDoctor } from '../../src-main/provisioning/doctor/run-doctor.ts';
import { layerOfText } from '../../src-main/provisioning/layers.ts';
import { resolveSettings } from '../../src-main/provisioning/resolve.ts';
import { layerOfStaff } from '../../src-main/provisioning/staff-layer.ts';
import { type FakeMachine, fakeMachine } from '../fakes/fake-machine.ts';

/** A terminal for the doctor to look at: its settings as YAML, its machine, and whatever else differs. */
export type PatientParts = Partial<Omit<Patient, 'machine' | 'loaded' | 'status'>> & {
  readonly machine?: FakeMachine;
  readonly settings?: string;
  /** What staff have chosen on their page, as its file holds it. */
  readonly staffChoices?: string;
  /** What the running terminal says; absent: it never ran. */
  readonly status?: TerminalStatus;
};

/** A patient on a made-up machine; without more it is a bare one with nothing on it. */
export function patient({
  machine,
  settings = '',
  staffChoices = '',
  status,
  ...more
}: PatientParts = {}): Patient {
  const { layer, problems, moved } = layerOfText(settings, '/etc/openfloor/openfloor.yaml');
  const own = layer === null ? [] : [layer];
  const technicians = resolveSettings(own).settings;
  const staff = layerOfStaff(staffChoices, '/var/lib/openfloor/staff-choices.json', technicians).layer;
  const resolved = resolveSettings(staff === null ? own : [...own, staff]);
  const files = settings === '' ? [] : ['/etc/openfloor/openfloor.yaml'];
  return {
    machine: fakeMachine(machine),
    loaded: {
      ...resolved,
      files,
      moved,
      technicians,
      problems: [...problems, ...resolved.problems],
    },
    settingsFile: '/etc/openfloor/openfloor.yaml',
    data: '/var/lib/openfloor',
    rootInside: '/opt/openfloor/root.json',
    factory: '/opt/openfloor/factory',
    user: 'openfloor',
    executable: null,
    http: () => Promise.reject(new HttpFailure('no-network', 'no network was made up')),
    printer: () => Promise.reject(new Error('no print system was made up')),
    reading: status === undefined ? { kind: 'never' } : { kind: 'running', status, ageMs: 1_000 },
    status: status ?? null,
    version: '0.1.0',
    ...more,
  };
}

/** What one check finds on a terminal. */
export async function findingOf(check: Check, parts: PatientParts = {}) {
  const [finding] = (await runDoctor(patient(parts), { checks: [check] })).findings;
  if (finding === undefined) throw new Error('a check without a finding');
  return finding;
}
