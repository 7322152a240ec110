import { describe, expect, test } from 'vitest';
import { differenceOf } from '../../../../../src-main/provisioning/provision/difference.ts';

const OLD = 'scrypt$32768$8$3$xITzFE-tnYcJbpYzoG-S7A$hWhU-L2JxM8gNvyktj5nG9BWJOrLKg6lwqlHKi18xus';
const NEW = 'scrypt$32768$8$3$aITzFE-tnYcJbpYzoG-S7A$aWhU-L2JxM8gNvyktj5nG9BWJOrLKg6lwqlHKi18xus';
const file = (pin: string, id: string) => `staff:\n  pin: "${pin}"\nterminal:\n  id: ${id}\n`;

describe('The difference that a rehearsal shows', () => {
  test('has the lines that go and the lines that come', () => {
    const shown = differenceOf('openfloor.yaml', file(OLD, 'hall-2'), file(OLD, 'hall-3'));
    expect(shown).toContain('-  id: hall-2\n+  id: hall-3\n');
  });

  test('hides the PIN, also beside what changes', () => {
    const shown = differenceOf('openfloor.yaml', file(OLD, 'hall-2'), file(OLD, 'hall-3'));
    expect(shown).not.toContain('scrypt');
    expect(shown).toContain('   pin: "(hidden)"\n');
  });

  test('tells that the PIN becomes another one, and neither', () => {
    const shown = differenceOf('openfloor.yaml', file(OLD, 'hall-2'), file(NEW, 'hall-2'));
    expect(shown).not.toContain('scrypt');
    expect(shown).toContain('-  pin: "(hidden)"\n+  pin: "(hidden, another one)"\n');
  });
});
