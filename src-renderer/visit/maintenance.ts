import { create } from 'zustand';

/** Whether staff have put the terminal out of service; no part of a visit. */
export const useMaintenance = create<{ readonly isOn: boolean }>()(() => ({ isOn: false }));
