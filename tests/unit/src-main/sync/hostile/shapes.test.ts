import type { Role } from '../../../../builders/signed-repository.ts';
import { type Attack, describeAttacks, NEW_PAGE, wrongRoot } from './scene.ts';

// Metadata that is not what it should be. The attacker signs what he sends wherever that is possible, with every key but root's.

const evil = { files: NEW_PAGE } as const;
const MALFORMED = 'refused metadata-malformed';

const resigned = (
  name: string,
  role: Role,
  bend: (signed: Record<string, unknown>) => unknown,
  outcome = MALFORMED,
): Attack => ({
  name,
  outcome,
  attack: ({ honest }) => void honest.release({ ...evil, signed: { [role]: bend } }),
});
const rewritten = (
  name: string,
  role: Role,
  bend: (file: Buffer) => Buffer | string,
  outcome = MALFORMED,
): Attack => ({
  name,
  outcome,
  attack: ({ honest }) =>
    void honest.release({ ...evil, bytes: { [role]: (file: Buffer) => Buffer.from(bend(file)) } }),
});

const ATTACKS: readonly Attack[] = [
  resigned('The timestamp says that it is a snapshot', 'timestamp', (signed) => ({
    ...signed,
    _type: 'snapshot',
  })),
  resigned('The snapshot says that it is targets', 'snapshot', (signed) => ({ ...signed, _type: 'targets' })),
  resigned('The targets say that they are a root', 'targets', (signed) => ({ ...signed, _type: 'root' })),
  resigned('The type is one nobody knows', 'timestamp', (signed) => ({ ...signed, _type: 'mirrors' })),
  resigned('The type is missing', 'timestamp', ({ _type, ...signed }) => signed),
  resigned('The specification is a later one', 'timestamp', (signed) => ({
    ...signed,
    spec_version: '2.0.0',
  })),
  resigned('The specification is no version', 'timestamp', (signed) => ({
    ...signed,
    spec_version: 'latest',
  })),
  resigned('The date of expiry is none', 'timestamp', (signed) => ({ ...signed, expires: 'never' })),
  resigned('The date of expiry is missing', 'timestamp', ({ expires, ...signed }) => signed),
  resigned('The version is a word', 'timestamp', (signed) => ({ ...signed, version: '2' })),
  resigned('The version is missing', 'targets', ({ version, ...signed }) => signed),
  resigned('The timestamp names no snapshot', 'timestamp', (signed) => ({ ...signed, meta: {} })),
  resigned('The version of the snapshot is below one', 'timestamp', (signed) => ({
    ...signed,
    meta: { 'snapshot.json': { version: 0 } },
  })),
  resigned('The length of the snapshot is below zero', 'timestamp', (signed) => ({
    ...signed,
    meta: { 'snapshot.json': { version: 2, length: -1 } },
  })),
  resigned('Targets are a list', 'targets', (signed) => ({ ...signed, targets: ['channels/stable.json'] })),
  rewritten('The timestamp is no JSON', 'timestamp', () => 'true love'),
  rewritten('The timestamp is empty', 'timestamp', () => ''),
  rewritten('The timestamp is null', 'timestamp', () => 'null'),
  rewritten('The timestamp is a list', 'timestamp', (file) => `[${file}]`),
  rewritten('The timestamp is cut in half, and its length says so', 'timestamp', (file) =>
    file.subarray(0, file.length / 2),
  ),
  rewritten('The signed part is missing', 'timestamp', () => '{"signatures":[]}'),
  rewritten('Signatures are no list', 'timestamp', (file) =>
    file.toString().replace(/"signatures":\[.*?\]/, '"signatures":{}'),
  ),
  rewritten(
    'The same key signs twice',
    'timestamp',
    (file) => file.toString().replace(/"signatures":\[(\{.*?\})\]/, '"signatures":[$1,$1]'),
    'refused signature-wrong',
  ),
  rewritten(
    'A number larger than any (1e400)',
    'timestamp',
    (file) => file.toString().replace(/"version":2,"expires"/, '"version":1e400,"expires"'),
    'refused signature-wrong',
  ),
  rewritten('A number that is none (NaN)', 'timestamp', (file) =>
    file.toString().replace(/"version":2,"expires"/, '"version":NaN,"expires"'),
  ),
  rewritten(
    'A version with a fraction',
    'timestamp',
    (file) => file.toString().replace(/"version":2,"expires"/, '"version":2.5,"expires"'),
    'refused signature-wrong',
  ),
  rewritten(
    'A version below zero',
    'timestamp',
    (file) => file.toString().replace(/"version":2,"expires"/, '"version":-7,"expires"'),
    'refused signature-wrong',
  ),
  rewritten('Lists in lists in lists, sixteen thousand bytes deep', 'timestamp', () => '['.repeat(16_000)),
  rewritten(
    'Objects in objects, closed and signed by nobody',
    'timestamp',
    () =>
      `{"signatures":[],"signed":{"_type":"timestamp","spec_version":"1.0.31","version":9,"expires":"2030-01-01T00:00:00Z","meta":{"snapshot.json":{"version":9}},"x":${'['.repeat(7_000)}${']'.repeat(7_000)}}}`,
    'refused signature-wrong',
  ),
  rewritten('Bytes that are no UTF-8', 'timestamp', (file) =>
    Buffer.concat([Buffer.from([0xff, 0xfe]), file]),
  ),
  rewritten(
    'A prototype smuggled in as a key',
    'timestamp',
    (file) => file.toString().replace('"_type"', '"__proto__":{"polluted":1},"_type"'),
    'refused signature-wrong',
  ),
  {
    name: 'A next root lists one key twice for a role, to reach the threshold alone',
    outcome: MALFORMED,
    attack: (scene) =>
      wrongRoot(scene, {
        signed: {
          root: (signed) => {
            const [one] = scene.honest.keys.root;
            const keyids = [one?.id, one?.id];
            return { ...signed, roles: { ...Object(signed['roles']), root: { keyids, threshold: 2 } } };
          },
        },
      }),
  },
  {
    name: 'A next root asks for no signature at all (threshold zero)',
    outcome: MALFORMED,
    attack: (scene) =>
      wrongRoot(scene, {
        signed: {
          root: (signed) => ({
            ...signed,
            roles: { ...Object(signed['roles']), targets: { keyids: [], threshold: 0 } },
          }),
        },
      }),
  },
  {
    name: 'A next root has no role for timestamps',
    outcome: MALFORMED,
    attack: (scene) =>
      wrongRoot(scene, {
        signed: {
          root: (signed) => {
            const { timestamp, ...roles } = Object(signed['roles']);
            return { ...signed, roles };
          },
        },
      }),
  },
  {
    name: 'A next root says that it is a timestamp',
    outcome: MALFORMED,
    attack: (scene) =>
      wrongRoot(scene, { signed: { root: (signed) => ({ ...signed, _type: 'timestamp' }) } }),
  },
];

describeAttacks('What metadata looks like', ATTACKS);
