import { dirname, join } from 'node:path';
import type { Http } from '../../platform/http.ts';
import type { Machine } from '../../platform/machine.ts';
import { type RootFile, rootFingerprint } from '../../sync/trust/pinned-root.ts';
import { loadSettings, type SettingsPlace } from '../load-settings.ts';
import { shownOf } from '../messages.ts';
import { settingNamed } from '../setting-names.ts';
import type { TerminalSettings } from '../terminal-settings.ts';
import { valueAt } from '../tree.ts';
import { type Answers, noAnswers, together } from './answers.ts';
import { differenceOf } from './difference.ts';
import { type Edit, editSettings } from './edit-settings.ts';
import { asGiven, type Pinned, pinRoot, rootIn } from './pin-root.ts';
import { askForSettings } from './questions.ts';
import { refuse } from './refusal.ts';
import { putBack, readSettingsText, refuseUnwritable, writeKeepingOld } from './write-files.ts';

/** What somebody wants. */
export type ProvisionRequest = {
  readonly file: string;
  /** Where the terminal reads its settings, to say what lies above the file. */
  readonly place: SettingsPlace;
  /** From switches and files; null asks whoever sits there. */
  readonly answers: Answers | null;
  /** True: begin with a new file. */
  readonly isAnew: boolean;
  /** True: show what would change, and change nothing. */
  readonly isRehearsal: boolean;
};

/** What provisioning is done with. */
export type ProvisionPorts = {
  readonly out: (text: string) => void;
  readonly ask: ((question: string) => Promise<string | null>) | null;
  readonly machine: Machine;
  readonly http: (proxy: string) => Http;
  /** The file with the root inside the application; it need not be there. Null while developing. */
  readonly rootInside: string | null;
};

/** Sets a terminal up, and says what it did. Throws `ProvisionRefusal` when it cannot, and has changed nothing then. */
export async function provision(request: ProvisionRequest, ports: ProvisionPorts): Promise<void> {
  const { file, isAnew, isRehearsal } = request;
  const { out, machine } = ports;
  if (!isRehearsal) await refuseUnwritable(file);
  const old = isAnew ? null : await readSettingsText(file);
  const answers = request.answers ?? (await asked(old, request, ports));
  const wanted = editSettings(old, file, answers);
  const { pinned, rootFile } = await trustFor(wanted, answers, request, ports);
  const edit =
    rootFile === wanted.settings.server.root || rootFile === null || pinned === null
      ? wanted
      : editSettings(old, file, together([answers, rootAnswer(rootFile)]));

  const isSame = old !== null && edit.text === old;
  if (isSame && !pinned?.isNew) {
    out(`There is nothing to change: ${file} says all of it already.\n`);
    await tellWhatLiesAbove(answers, request, ports);
    return;
  }
  const plan = { edit, isSame, pinned, rootFile };
  out(planInWords(file, plan));
  if (isRehearsal) {
    out(`\n${differenceOf(file, old ?? '', edit.text)}\nThis was a rehearsal: nothing was changed.\n`);
    return;
  }
  if (request.answers === null) await confirmed(ports);
  await carryOut(file, plan, machine.now(), out);
  await tellWhatLiesAbove(answers, request, ports);
  out(next);
}

const next = `
Next:
  sudo systemctl restart openfloor     the terminal reads its settings when it starts
  sudo openfloor doctor                looks at everything, and says what is still to do
`;

type Plan = {
  readonly edit: Edit;
  readonly isSame: boolean;
  readonly pinned: Pinned | null;
  /** Null: the one inside the application is trusted, and the settings name none. */
  readonly rootFile: string | null;
};

async function asked(
  old: string | null,
  { file }: ProvisionRequest,
  ports: ProvisionPorts,
): Promise<Answers> {
  const { ask, out, machine } = ports;
  if (ask === null) return refuse('Nobody sits there to be asked.');
  const { settings } = editSettings(old, file, noAnswers);
  return askForSettings({ ask, out, machine, settings });
}

async function confirmed({ ask, out }: ProvisionPorts): Promise<void> {
  const typed = await ask?.('\nWrite this? [yes] ');
  if (typed === null || typed === undefined || !/^\s*(?:y|yes)?\s*$/i.test(typed))
    refuse('It was not wanted.');
  out('\n');
}

/** The root that the settings need: given as a file, inside the application, fetched and confirmed, or none. */
async function trustFor(
  { settings, changes }: Edit,
  answers: Answers,
  { file }: ProvisionRequest,
  { machine, http, ask, out, rootInside }: ProvisionPorts,
): Promise<Pick<Plan, 'pinned' | 'rootFile'>> {
  const { server } = settings;
  const rootFile = server.root ?? join(dirname(file), 'root.json');
  const there = await rootIn(rootFile, machine.files);
  if ([...answers.values.keys()].some(({ name }) => name === 'server.root') && server.root !== null) {
    givenRoot(rootFile, there, answers.fingerprint);
    return { pinned: null, rootFile };
  }
  if (server.url === null) {
    if (answers.fingerprint !== null)
      refuse(
        'A fingerprint was given, but no server: nothing is fetched that could be compared. Say which one with --server.url ADDRESS.',
      );
    return { pinned: null, rootFile };
  }
  // Settings that name a root of their own have a reason to.
  const inside = rootInside === null || server.root !== null ? null : await rootIn(rootInside, machine.files);
  const isServerSame = !changes.some(({ name }) => name === 'server.url' || name === 'server.channel');
  const isConfirmed = (root: RootFile | null): root is RootFile =>
    root !== null &&
    (answers.fingerprint === null || asGiven(answers.fingerprint) === rootFingerprint(root.root));
  // Everything about the server stays: that works without a network, too.
  if (isServerSame && isConfirmed(there) && server.root !== null)
    return { pinned: { root: there, isNew: false, said: '' }, rootFile };
  if (isServerSame && isConfirmed(inside)) return { pinned: null, rootFile: null };
  const pinned = await pinRoot({
    server: { ...server, url: server.url },
    pinned: [inside, there].filter((root) => root !== null),
    inside,
    http: http(server.proxy),
    now: machine.now,
    fingerprint: answers.fingerprint,
    ask,
    out,
  });
  return { pinned, rootFile: pinned.root === inside ? null : rootFile };
}

/** A root that somebody brought by hand is taken as it is, once it is one. */
function givenRoot(file: string, there: RootFile | null, fingerprint: string | null): void {
  if (there === null)
    refuse(
      `${file} is not a root of trust: it has to be the root.json of the content team, signed by its own keys. Copy it there first.`,
    );
  const is = rootFingerprint(there.root);
  if (fingerprint !== null && asGiven(fingerprint) !== is)
    refuse(
      `The root of trust in ${file} has the fingerprint ${is}, not ${asGiven(fingerprint)}. Ask the content team which one is right.`,
    );
}

function rootAnswer(rootFile: string): Answers {
  const setting = settingNamed(['server', 'root']);
  return { values: new Map(setting === undefined ? [] : [[setting, rootFile]]), fingerprint: null };
}

function planInWords(file: string, { edit, pinned, rootFile }: Plan): string {
  const lines = edit.changes.map(
    ({ name, from, to }) =>
      `  ${name}: ${from === undefined ? 'not set' : shownHere(name, from)} -> ${shownHere(name, to)}`,
  );
  const renamed = edit.moved.map(
    ({ from, to }) => `  ${from} -> ${to ?? 'taken out: it has no effect any more'}`,
  );
  const settings = lines.length + renamed.length === 0 ? [] : [`${file}:`, ...renamed, ...lines];
  const which =
    pinned === null
      ? ''
      : `version ${pinned.root.root.signed.version}, fingerprint ${rootFingerprint(pinned.root.root)}`;
  const inside =
    pinned !== null && rootFile === null ? [`The root inside this application is trusted: ${which}.`] : [];
  const root = pinned?.isNew ? [`${rootFile}:`, `  the root of trust, ${which}`] : [];
  return `${[...(pinned?.said ? [pinned.said] : []), ...inside, ...settings, ...root].join('\n')}\n`;
}

/** The root first: settings never name one that is not there. When the settings cannot be written, the root is put back, too. */
async function carryOut(
  file: string,
  { edit, isSame, pinned, rootFile }: Plan,
  now: Date,
  out: (text: string) => void,
): Promise<void> {
  const written = (path: string, kept: string | null) =>
    out(`Written: ${path}${kept === null ? '' : ` (what was there is kept as ${kept})`}.\n`);
  const fresh = pinned?.isNew && rootFile !== null ? { file: rootFile, bytes: pinned.root.bytes } : null;
  const oldRoot = fresh && (await writeKeepingOld(fresh.file, fresh.bytes, now));
  const oldSettings = isSame
    ? null
    : await writeKeepingOld(file, edit.text, now).catch(async (error: unknown) => {
        if (fresh !== null) await putBack(fresh.file, oldRoot);
        throw error;
      });
  if (fresh !== null) written(fresh.file, oldRoot);
  if (!isSame) written(file, oldSettings);
}

/** A file of the folder, or a variable, may say otherwise: then that counts. */
async function tellWhatLiesAbove(
  answers: Answers,
  { file, place }: ProvisionRequest,
  { machine, out }: ProvisionPorts,
): Promise<void> {
  const { settings, origins } = await loadSettings({ ...place, file }, machine.files);
  for (const [{ name, path }, value] of answers.values) {
    const inForce: unknown = valueAt(settings as TerminalSettings, path);
    if (inForce !== value)
      out(
        `Note: ${name} is ${shownHere(name, inForce)} all the same, because ${origins.get(name) ?? 'its default'} lies above this file.\n`,
      );
  }
}

function shownHere(name: string, value: unknown): string {
  return shownOf(settingNamed(name.split('.')) ?? { isSecret: false }, value);
}
