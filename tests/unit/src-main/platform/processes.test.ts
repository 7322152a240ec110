import type { App } from 'electron';
import { expect, test } from 'vitest';
import { memoryBytesOf, renderersOf } from '../../../../src-main/platform/processes.ts';

test('Only a living renderer of ours is ever killed', () => {
  const killed: number[] = [];
  const metrics = [
    { pid: 10, type: 'Browser' },
    { pid: 11, type: 'Tab' },
    { pid: 12, type: 'GPU' },
  ];
  const app = { getAppMetrics: () => metrics } as unknown as App;
  const processes = renderersOf(app, (processId) => void killed.push(processId));
  for (const processId of [1, 10, 11, 12, 13]) processes.kill(processId);
  expect(killed).toEqual([11]);
  expect([processes.isAlive(11), processes.isAlive(13)]).toEqual([true, false]);
});

test('The memory of the terminal is that of all its processes', () => {
  const metrics = [{ memory: { workingSetSize: 200 } }, { memory: { workingSetSize: 50 } }];
  expect(memoryBytesOf({ getAppMetrics: () => metrics } as unknown as App)).toBe(250 * 1024);
});
