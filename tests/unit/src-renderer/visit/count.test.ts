import { beforeEach, expect, test } from 'vitest';
import { countWith } from '../../../../src-renderer/visit/count.ts';
import { freshVisit, useVisit } from '../../../../src-renderer/visit/visit-store.ts';

beforeEach(() => useVisit.setState({ ...freshVisit, language: 'nl' }, true));

/** A terminal that writes down what reaches it. */
function listener() {
  const heard: unknown[] = [];
  return { heard, kiosk: { countEvent: async (input: unknown) => void heard.push(input) } };
}

test('The terminal hears what happened and in which language, and not about what', () => {
  const { heard, kiosk } = listener();
  countWith(kiosk, 'document-opened', 'employment/first-interview');
  countWith(kiosk, 'search-empty');
  expect(heard).toEqual([
    { event: 'document-opened', language: 'nl' },
    { event: 'search-empty', language: 'nl' },
  ]);
});

test('One visit counts the same document once, in whatever language it is read', () => {
  const { heard, kiosk } = listener();
  countWith(kiosk, 'document-opened', 'employment/first-interview');
  useVisit.setState({ language: 'fr' });
  countWith(kiosk, 'document-opened', 'employment/first-interview');
  countWith(kiosk, 'document-opened', 'employment/cover-letter');
  expect(heard).toHaveLength(2);
});

test('A terminal that does not count is no reason to fail', async () => {
  const kiosk = { countEvent: () => Promise.reject(new Error('no')) };
  countWith(kiosk, 'takeaway-used');
  useVisit.setState({ language: null });
  countWith(kiosk, 'takeaway-used');
  // An unhandled rejection would fail this test.
  await new Promise((resolve) => setImmediate(resolve));
});
