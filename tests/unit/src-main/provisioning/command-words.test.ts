import { expect, test } from 'vitest';
import { commandWordsOf } from '../../../../src-main/provisioning/commands/command-words.ts';

const application = '/usr/lib/openfloor/openfloor-kiosk';

test('The application shows the kiosk unless it is given a command', () => {
  expect(commandWordsOf([application])).toBeNull();
  expect(commandWordsOf([application, '--user-data-dir=/var/lib/openfloor'])).toBeNull();
});

test('A command is what stands behind the two dashes, its own options and dashes included', () => {
  expect(commandWordsOf([application, '--no-sandbox', '--', 'config', '--json'])).toEqual([
    'config',
    '--json',
  ]);
  expect(commandWordsOf([application, '--', 'config', '--', 'x'])).toEqual(['config', '--', 'x']);
});

test('Two dashes with nothing behind them ask for the overview, never for the kiosk', () => {
  expect(commandWordsOf([application, '--'])).toEqual([]);
});
