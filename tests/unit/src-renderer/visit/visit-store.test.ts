import { beforeEach, describe, expect, it } from 'vitest';
import {
  freshVisit,
  markRead,
  toggleOpen,
  toggleTick,
  useVisit,
} from '../../../../src-renderer/visit/visit-store.ts';

beforeEach(() => useVisit.setState(freshVisit, true));

describe('what a visitor does', () => {
  it('ticks an item, and unticks it with a second touch', () => {
    toggleTick('checklists/cv', 'g1-1');
    toggleTick('checklists/cv', 'g2-3');
    expect(useVisit.getState().ticks['checklists/cv']).toEqual(['g1-1', 'g2-3']);
    toggleTick('checklists/cv', 'g1-1');
    expect(useVisit.getState().ticks['checklists/cv']).toEqual(['g2-3']);
  });

  it('keeps the ticks of one checklist apart from those of another', () => {
    toggleTick('checklists/cv', 'g1-1');
    toggleTick('checklists/fair', 'g1-1');
    toggleTick('checklists/fair', 'g1-1');
    expect(useVisit.getState().ticks).toEqual({ 'checklists/cv': ['g1-1'], 'checklists/fair': [] });
  });

  it('keeps ticks, open questions and read pages when the language changes', () => {
    useVisit.setState({ language: 'fr' });
    toggleTick('checklists/cv', 'g1-1');
    toggleOpen('employment/interview', 'q2');
    markRead('employment/interview');
    const before = useVisit.getState();
    useVisit.setState({ language: 'nl' });
    expect(useVisit.getState()).toEqual({ ...before, language: 'nl' });
  });

  it('is forgotten whole: a fresh visit knows no language, no tick, no open part and no page', () => {
    useVisit.setState({ language: 'fr' });
    toggleTick('checklists/cv', 'g1-1');
    toggleOpen('employment/interview', 'q2');
    markRead('employment/interview');
    useVisit.setState({ film: { loudness: 'loud', captions: false }, question: 'cv' });
    useVisit.setState({ comfort: { text: 'largest', contrast: 'strong' } });
    useVisit.setState(freshVisit, true);
    expect(useVisit.getState()).toEqual({
      language: null,
      ticks: {},
      open: {},
      read: [],
      eventWish: { type: null, spoken: null },
      folded: [],
      counted: [],
      plan: [],
      film: { loudness: 'off', captions: true },
      comfort: { text: 'usual', contrast: 'usual' },
      question: '',
      taken: [],
    });
  });

  it('counts a page read twice once', () => {
    markRead('employment/interview');
    markRead('employment/interview');
    expect(useVisit.getState().read).toEqual(['employment/interview']);
  });
});
