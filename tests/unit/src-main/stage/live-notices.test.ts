import { expect, test, vi } from 'vitest';
import { createLiveNotices } from '../../../../src-main/stage/live-notices.ts';
import { aLiveNotice } from '../../../builders/live-notice.ts';

test('other notices reach every page at once, and pages that begin later', () => {
  const tellAll = vi.fn();
  const notices = createLiveNotices(tellAll);
  expect(notices.current()).toEqual([]);
  notices.replace([aLiveNotice()]);
  expect(tellAll.mock.calls).toEqual([[{ notices: [aLiveNotice()] }]]);
  expect(notices.current()).toEqual([aLiveNotice()]);
  notices.replace([]);
  expect(tellAll).toHaveBeenLastCalledWith({ notices: [] });
});

test('the same notices after the next poll are no news, another text under the same id is', () => {
  const tellAll = vi.fn();
  const notices = createLiveNotices(tellAll);
  notices.replace([aLiveNotice()]);
  notices.replace([aLiveNotice()]);
  expect(tellAll).toHaveBeenCalledTimes(1);
  notices.replace([aLiveNotice({ title: { fr: 'Réouverture', nl: 'Weer open' } })]);
  expect(tellAll).toHaveBeenCalledTimes(2);
});
