import { afterEach, expect, test } from 'vitest';
import { preview } from '../../../../../content/publisher/commands/preview.ts';
import { removeTemporary, run, temporaryFolder } from '../guide-under-test.ts';

afterEach(removeTemporary);

test.each([
  [['--at', 'tomorrow'], /"--at tomorrow" is not a moment/],
  [['--port', '0'], /"--port 0" is not a port/],
  [['--port', '70000'], /"--port 70000" is not a port/],
  [['--port', 'http'], /"--port http" is not a port/],
  [['--no-open=yes'], /"--no-open" stands alone/],
])('%s is not understood, and said so with the usage', async (args, sentence) => {
  const { code, err } = await run(['preview', ...args], [preview]);
  expect(code).toBe(2);
  expect(err).toMatch(sentence);
  expect(err).toContain('Usage: npm run guide -- preview');
});

test('a folder that is not there, or holds no guide, is said before anything is built', async () => {
  const empty = await temporaryFolder();
  for (const content of [`${empty}/nowhere`, empty]) {
    const { code, out, err } = await run(['preview', '--no-open', '--content', content], [preview]);
    expect(code).toBe(1);
    expect(err).toContain('The preview cannot start.');
    expect(out).toBe('');
  }
});

test('--help tells the exit codes', async () => {
  const { code, out } = await run(['preview', '--help'], [preview]);
  expect(code).toBe(0);
  expect(out).toMatch(/Ends with 0 .* 1 .* 2/s);
});
