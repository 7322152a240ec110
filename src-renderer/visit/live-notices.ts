import { create } from 'zustand';
import type { LiveNotice } from '../../content/model/live-notice.ts';

/** The live notices the terminal has told this page; no part of a visit. */
export const useLiveNotices = create<{ readonly notices: readonly LiveNotice[] }>()(() => ({ notices: [] }));
