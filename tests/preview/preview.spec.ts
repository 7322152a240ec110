import { expect, openPreview, screenIn, stopped, test } from './preview-test.ts';

const LETTER_FR = 'pages/employment/cover-letter.fr.md';
const LETTER_NL = 'pages/employment/cover-letter.nl.md';

test('a saved file is seen in both languages, at the same place, within a moment', async ({
  page,
  guide,
  startPreview,
}, testInfo) => {
  await openPreview(page, await startPreview());
  const [fr, nl] = [screenIn(page, 'fr'), screenIn(page, 'nl')];

  // What one screen does, the other does too, in its own language.
  await fr.locator('[data-theme-id="employment"]').click();
  await nl.locator('[data-document-id="employment/cover-letter"]').click();
  await expect(fr.locator('html')).toHaveAttribute('data-document', 'employment/cover-letter');
  await expect(fr.locator('html')).toHaveAttribute('data-language', 'fr');
  await expect(nl.locator('html')).toHaveAttribute('data-language', 'nl');

  await guide.edit(LETTER_FR, (text) => text.replace('Une lettre courte', 'Une lettre toute neuve'));
  await expect(page.locator('.preview')).toHaveAttribute('data-shown', '2');
  await guide.edit(LETTER_NL, (text) => text.replace(/^title: .*$/m, 'title: Een splinternieuwe brief'));
  await expect(page.locator('.preview')).toHaveAttribute('data-shown', '3');
  await expect(fr.locator('main')).toContainText('Une lettre toute neuve');
  await expect(nl.locator('h1')).toHaveText('Een splinternieuwe brief');
  await expect(nl.locator('html')).toHaveAttribute('data-document', 'employment/cover-letter');

  // Measured, not asserted: machines are slow and shared.
  const status = await page.getByRole('status').innerText();
  testInfo.annotations.push({ type: 'from saving to seeing', description: status });
  console.log(`    ${status}`);
  expect(status).toMatch(/^Edition 3, on screen \d+\.\d s after saving$/);
});

test('a mistake is shown where it is, the guide stays on screen, and putting it right clears it', async ({
  page,
  guide,
  startPreview,
}) => {
  await openPreview(page, await startPreview());
  const [fr, nl] = [screenIn(page, 'fr'), screenIn(page, 'nl')];
  await fr.locator('[data-theme-id="employment"]').click();
  await fr.locator('[data-document-id="employment/cover-letter"]').click();
  await expect(nl.locator('html')).toHaveAttribute('data-document', 'employment/cover-letter');

  await guide.edit(LETTER_FR, (text) =>
    text.replace('Dites pourquoi', '[Dites](employment/nowhere) pourquoi'),
  );
  const onFrench = page.locator('[data-screen-language="fr"] .problem');
  await expect(onFrench).toHaveCount(1);
  await expect(onFrench.locator('code')).toHaveText(`${LETTER_FR}:13:1`);
  await expect(onFrench).toContainText('employment/nowhere');
  await expect(onFrench.locator('dt')).toHaveText(['Why', 'To do']);
  await expect(page.locator('[data-screen-language="nl"] .problem')).toHaveCount(0);
  await expect(fr.locator('main')).toContainText('Dites pourquoi vous écrivez.');
  // The block it concerns is marked, in its language only, as it was before the mistake.
  await expect(fr.locator('[data-preview-mark]')).toHaveText([/^Dites pourquoi vous écrivez/]);
  await expect(fr.locator('[data-preview-mark="error"]')).toBeInViewport();
  await expect(nl.locator('[data-preview-mark]')).toHaveCount(0);

  // A mistake in a document that is not on screen stands in the list beside, and leads there.
  await guide.edit('pages/employment/first-interview.nl.md', (text) =>
    text.replace('order: 20', 'ordre: 20'),
  );
  const beside = page.locator('.side .problem');
  await expect(beside.locator('code').first()).toContainText('pages/employment/first-interview.nl.md:');
  await beside.getByRole('button').first().click();
  await expect(nl.locator('html')).toHaveAttribute('data-document', 'employment/first-interview');
  await expect(page.locator('[data-screen-language="nl"] .problem').first()).toContainText('ordre');
  // A mistake above the text is marked at the title; what was marked on the page before is not here.
  await expect(nl.locator('[data-preview-mark]')).toHaveCount(1);
  await expect(nl.locator('h1')).toHaveAttribute('data-preview-mark', 'error');
  await expect(fr.locator('[data-preview-mark]')).toHaveCount(0);

  await guide.restore(LETTER_FR);
  await guide.restore('pages/employment/first-interview.nl.md');
  await expect(page.locator('.problem')).toHaveCount(0);
  await expect(page.locator('.works')).toHaveAttribute('data-problems', '0');
  await expect(nl.locator('[data-preview-mark]')).toHaveCount(0);
});

test('a mistake far down is brought into sight, and its card leads back to it', async ({
  page,
  guide,
  startPreview,
}) => {
  for (const file of [LETTER_FR, LETTER_NL])
    await guide.edit(
      file,
      (text) => `${text.trimEnd()}\n\n${'Een zin om te lezen.\n\n'.repeat(40)}Tot slot.\n`,
    );
  await openPreview(page, await startPreview());
  const fr = screenIn(page, 'fr');
  await fr.locator('[data-theme-id="employment"]').click();
  await fr.locator('[data-document-id="employment/cover-letter"]').click();
  const last = fr.locator('p', { hasText: 'Tot slot.' });
  await expect(last).not.toBeInViewport();

  await guide.edit(LETTER_FR, (text) => text.replace('Tot slot.', 'Tot <b>slot</b>.'));
  await expect(last).toHaveAttribute('data-preview-mark', 'error');
  await expect(last).toBeInViewport();

  await fr.locator('main').evaluate((area) => area.scrollTo(0, 0));
  await expect(last).not.toBeInViewport();
  const card = page.locator('[data-screen-language="fr"] .problem[data-level="error"]').first();
  await card.getByRole('button', { name: 'Show the place' }).click();
  await expect(last).toBeInViewport();
});

test('where readers may stumble is said more softly, and what was saved is on screen all the same', async ({
  page,
  guide,
  startPreview,
}) => {
  await openPreview(page, await startPreview());
  const fr = screenIn(page, 'fr');
  await fr.locator('[data-theme-id="employment"]').click();
  await fr.locator('[data-document-id="employment/cover-letter"]').click();

  await guide.edit(LETTER_FR, (text) => text.replace('Dites pourquoi', 'Dites pourquoi pourquoi'));
  await expect(page.locator('.preview')).toHaveAttribute('data-shown', '2');
  const hints = page.locator('[data-screen-language="fr"] .screen__problems[data-level="warning"]');
  await expect(hints.locator('summary')).toHaveText('1 place where readers may stumble');
  await expect(hints).not.toHaveAttribute('open');
  await expect(fr.locator('[data-preview-mark="warning"]')).toHaveText([/^Dites pourquoi pourquoi/]);
  await expect(page.locator('.works')).toHaveAttribute('data-problems', '0');
  await hints.locator('summary').click();
  await expect(hints.locator('.problem')).toContainText('stands here twice in a row');

  // Words of guide.yaml stand in no document: they are listed beside.
  await guide.edit('guide.yaml', (text) =>
    text.replace(/promise: .*$/m, 'promise: { fr: "Gratuit !!", nl: Gratis }'),
  );
  await expect(page.locator('.works')).toHaveAttribute('data-hints', '2');
  await page.locator('.works__hints summary').click();
  await expect(page.locator('.works__hints .problem code')).toContainText('guide.yaml:');

  await guide.restore(LETTER_FR);
  await guide.restore('guide.yaml');
  await expect(page.locator('.works')).toHaveAttribute('data-hints', '0');
  await expect(fr.locator('[data-preview-mark]')).toHaveCount(0);
});

test('a film plays in the preview as it does for visitors, forwards and back', async ({
  page,
  guide,
  startPreview,
}) => {
  await guide.addFilm();
  for (const [file, words] of [
    [LETTER_FR, 'Un point part. Il suit sa ligne.'],
    [LETTER_NL, 'Een punt vertrekt. Hij volgt zijn lijn.'],
  ] as const)
    await guide.edit(
      file,
      (text) => `${text.trimEnd()}\n\n:::video[Film]{file=media/line.webm}\n${words}\n:::\n`,
    );
  await openPreview(page, await startPreview());
  const nl = screenIn(page, 'nl');
  await nl.locator('[data-theme-id="employment"]').click();
  await nl.locator('[data-document-id="employment/cover-letter"]').click();
  const film = nl.locator('[data-film="v1"]');
  await film.locator('[data-action="film-start"]').click();
  await expect(film).toHaveAttribute('data-film-state', 'over');
  await film.locator('[data-action="film-seek"]').fill('3');
  await expect(film.locator('[data-film-caption]')).toHaveText('Hij volgt zijn lijn.');
  // Below the picture in our letters, and not once more on it in the browser's.
  const drawn = await film
    .locator('video')
    .evaluate((element) => element instanceof HTMLVideoElement && element.textTracks[0]?.mode);
  expect(drawn).toBe('hidden');
});

test('a guide that is not right yet says what to do, and its screens appear once it is', async ({
  page,
  guide,
  startPreview,
}) => {
  await guide.edit(LETTER_FR, (text) => text.replace('order: 10', 'ordre: 10'));
  const { url } = await startPreview();
  await page.goto(url);
  await expect(page.locator('.side .problem').first()).toContainText('ordre');
  await expect(page.getByText('Nothing can be shown yet')).toBeVisible();
  await guide.restore(LETTER_FR);
  await expect(screenIn(page, 'nl').locator('html')).toHaveAttribute('data-screen', 'home');
  await expect(page.locator('.problem')).toHaveCount(0);
});

test('--at shows the guide of that day: an expired page is gone, and the list says what comes', async ({
  page,
  guide,
  startPreview,
}) => {
  for (const file of [LETTER_FR, LETTER_NL])
    await guide.edit(file, (text) => text.replace('order: 10', 'order: 10\nvalidUntil: 2027-01-20'));
  await openPreview(page, await startPreview('--at', '2027-01-15T09:00'));
  const fr = screenIn(page, 'fr');
  const letter = fr.locator('[data-document-id="employment/cover-letter"]');

  await fr.locator('[data-theme-id="employment"]').click();
  await expect(letter).toBeVisible();
  const goes = page.locator('[data-change="goes"][data-change-id="employment/cover-letter"]');
  await expect(goes).toContainText('Écrire une lettre');
  const day = page.locator('.ahead__stop', { has: goes }).getByRole('button');
  await expect(day).toHaveText('Thursday 21 January 2027');

  // The day in the list leads to that day.
  await day.click();
  await expect(page.locator('#as-of')).toHaveValue('2027-01-21T09:00');
  await expect(letter).toHaveCount(0);
  await expect(fr.locator('[data-document-id="employment/first-interview"]')).toBeVisible();

  await page.locator('#as-of').fill('2027-01-20T23:59');
  await expect(letter).toBeVisible();
});

test('screens stand or lie, and go their own way when asked to', async ({ page, startPreview }) => {
  await openPreview(page, await startPreview());
  const [fr, nl] = [screenIn(page, 'fr'), screenIn(page, 'nl')];
  const shapeOf = () => fr.locator('html').evaluate((html) => [html.clientWidth, html.clientHeight]);
  expect(await shapeOf()).toEqual([1080, 1920]);
  await page.getByRole('button', { name: 'Lying' }).click();
  await expect.poll(shapeOf).toEqual([1920, 1080]);
  await page.getByRole('button', { name: 'Upright' }).click();

  await page.getByRole('button', { name: 'Together' }).click();
  await fr.locator('[data-theme-id="employment"]').click();
  await expect(fr.locator('html')).toHaveAttribute('data-screen', 'theme');
  await expect(nl.locator('html')).toHaveAttribute('data-screen', 'home');
  await page.getByRole('button', { name: 'Apart' }).click();
  await expect(nl.locator('html')).toHaveAttribute('data-screen', 'theme');

  // Where one screen is scrolled to, the other is too, although its words are longer or shorter.
  await fr.locator('[data-document-id="employment/first-interview"]').click();
  await expect(nl.locator('html')).toHaveAttribute('data-document', 'employment/first-interview');
  await fr.locator('main').evaluate((area) => area.scrollTo(0, 400));
  await expect.poll(() => nl.locator('main').evaluate((area) => area.scrollTop)).toBeGreaterThan(200);

  // The end of a visit leads both to the attract screen, and one touch begins both again.
  await fr.locator('[data-action="end-visit"]').click();
  await expect(nl.locator('html')).toHaveAttribute('data-screen', 'leaving');
  await fr.locator('[data-action="leave"]').click();
  await expect(nl.locator('html')).toHaveAttribute('data-screen', 'attract');
  await nl.locator('[data-begin="nl"]').click();
  await expect(fr.locator('html')).toHaveAttribute('data-language', 'fr');
});

test('only this computer is answered, and only with what the preview is made of', async ({
  startPreview,
}) => {
  const { url } = await startPreview();
  const statusOf = async (address: string, headers: Record<string, string> = {}) =>
    (await rawGet(new URL(url), address, headers)).status;
  expect(await statusOf('/')).toBe(200);
  expect(await statusOf('/', { host: 'evil.example' })).toBe(421);
  for (const address of [
    '/preview/',
    '/assets/',
    '/../package.json',
    '/preview/..%2f..%2fpackage.json',
    '/etc/passwd',
  ])
    expect(await statusOf(address), address).toBe(404);
  const { headers } = await rawGet(new URL(url), '/');
  expect(headers['content-security-policy']).toContain("script-src 'self'");
  expect(headers['content-security-policy']).not.toContain('unsafe');
});

test('Ctrl+C stops it with 0, and what keeps it from starting is said in a sentence', async ({
  guide,
  runPreview,
  startPreview,
}) => {
  const { child, url, printed } = await startPreview();
  const port = new URL(url).port;
  const second = runPreview('--content', guide.folder, '--port', port);
  await expect.poll(() => second.child.exitCode).toBe(1);
  expect(second.printed()).toContain(`port ${port} is in use`);

  const lost = runPreview('--content', `${guide.folder}/nowhere`);
  await expect.poll(() => lost.child.exitCode).toBe(1);
  expect(lost.printed()).toContain('The preview cannot start.');

  expect(await stopped(child, 'SIGINT')).toBe(0);
  expect(printed()).toContain('The preview has stopped.');
});

/** A request whose path and host are sent exactly as written, which `fetch` would tidy up. */
async function rawGet(url: URL, address: string, headers: Record<string, string> = {}) {
  const { get } = await import('node:http');
  return new Promise<{ status: number | undefined; headers: Record<string, unknown> }>((resolve, reject) => {
    get({ host: url.hostname, port: url.port, path: address, headers }, (response) => {
      response.resume();
      resolve({ status: response.statusCode, headers: response.headers });
    }).once('error', reject);
  });
}
