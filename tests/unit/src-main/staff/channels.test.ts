import { describe, expect, test } from 'vitest';
import { MAX_CHANNELS, staffCalls } from '../../../../src-main/contract/staff.ts';
import { type ChannelParts, channelDesk, channelsIn } from '../../../../src-main/staff/channels.ts';
import { firstRecord } from '../../../../src-main/sync/trust/record.ts';

const trustedWith = (targets: readonly string[]) => ({
  ...firstRecord(Buffer.from('{}'), null),
  targets: Buffer.from(
    JSON.stringify({ signed: { targets: Object.fromEntries(targets.map((path) => [path, {}])) } }),
  ).toString('base64'),
});

function desk(parts: Partial<ChannelParts> = {}) {
  const done: unknown[] = [];
  let channel = 'stable';
  const made = channelDesk({
    inSettings: 'stable',
    mayChoose: true,
    sync: {
      channel: () => channel,
      follow: async (to) => {
        done.push(['follow', to]);
        channel = to;
      },
    },
    trusted: async () => trustedWith(['channels/stable.json', 'channels/canary.json', 'notices/canary.json']),
    choices: {
      choose: async (setting, value) => {
        done.push([setting, value]);
        return true;
      },
    },
    ...parts,
  });
  return { done, ...made };
}

describe('The channels that staff are offered', () => {
  test('are those that the server has signed, the one of the settings first', async () => {
    const answer = await desk({ inSettings: 'stable' }).get();
    expect(staffCalls.getChannels.output.parse(answer)).toEqual({
      current: 'stable',
      inSettings: 'stable',
      mayChoose: true,
      known: ['stable', 'canary'],
    });
  });

  test.each([
    ['nothing was seen of the server yet', async () => null],
    ['the record cannot be read', () => Promise.reject(new Error('EIO'))],
    ['it holds no metadata', async () => firstRecord(Buffer.from('{}'), null)],
  ])('are the one of the settings only, when %s', async (_when, trusted) => {
    expect((await desk({ trusted }).get()).known).toEqual(['stable']);
  });

  test('are never more than the page takes, nor anything that is no channel', () => {
    const many = Array.from({ length: 100 }, (_, at) => `channels/c${at}.json`);
    expect(channelsIn(trustedWith([...many, 'channels/Not A Name.json', 'channels/a/b.json']))).toHaveLength(
      100,
    );
    return expect(desk({ trusted: async () => trustedWith(many) }).get()).resolves.toMatchObject({
      known: { length: MAX_CHANNELS },
    });
  });
});

describe('Another channel', () => {
  test('is kept, then followed', async () => {
    const { set, done } = desk();
    expect(await set('canary')).toBe('done');
    expect(done).toEqual([
      ['server.channel', 'canary'],
      ['follow', 'canary'],
    ]);
  });

  test.each([null, 'stable'])('is taken back by %j: nothing is kept any more', async (back) => {
    const { set, done } = desk();
    await set('canary');
    expect(await set(back)).toBe('done');
    expect(done.slice(2)).toEqual([
      ['server.channel', null],
      ['follow', 'stable'],
    ]);
  });

  test('that nobody has signed is not followed', async () => {
    const { set, done } = desk();
    for (const name of ['beta', '../up', 'notices']) expect(await set(name)).toBe('no');
    expect(done).toEqual([]);
  });

  test('is neither offered nor followed where the settings do not allow it', async () => {
    const { get, set, done } = desk({ mayChoose: false });
    expect((await get()).known).toEqual(['stable']);
    expect(await set('canary')).toBe('no');
    expect(await set(null)).toBe('no');
    expect(done).toEqual([]);
  });

  test('that the disk does not keep is followed all the same, and that is said', async () => {
    const { set, done } = desk({ choices: { choose: async () => false } });
    expect(await set('canary')).toBe('not-kept');
    expect(done).toEqual([['follow', 'canary']]);
  });
});
