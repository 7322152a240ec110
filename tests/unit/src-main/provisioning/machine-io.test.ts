import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { askOn } from '../../../../src-main/provisioning/commands/machine-io.ts';

function seat() {
  const input = new PassThrough();
  const output = new PassThrough();
  let shown = '';
  output.setEncoding('utf8').on('data', (text: string) => {
    shown += text;
  });
  return { input, ask: askOn(input, output, false), shown: () => shown };
}

describe('Somebody who is asked', () => {
  test('answers line by line', async () => {
    const { input, ask, shown } = seat();
    const first = ask('name? ');
    input.write('hall-2\n');
    expect(await first).toBe('hall-2');
    const second = ask('place? ');
    input.write('left\n');
    expect(await second).toBe('left');
    expect(shown()).toContain('name? ');
    expect(shown()).toContain('place? ');
  });

  test('may paste all answers at once', async () => {
    const { input, ask } = seat();
    input.write('one\ntwo\n\nthree\n');
    expect([await ask('1? '), await ask('2? '), await ask('3? '), await ask('4? ')]).toEqual([
      'one',
      'two',
      '',
      'three',
    ]);
  });

  test('may stop in the middle', async () => {
    const { input, ask } = seat();
    const first = ask('name? ');
    input.end();
    expect(await first).toBeNull();
    expect(await ask('place? ')).toBeNull();
  });
});
