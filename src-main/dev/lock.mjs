// One lock for work that two runs at once would spoil: installing packages, installing a runtime, building.
// Plain JavaScript without dependencies, because it also runs before anything is installed, on Node 20.

import { randomUUID } from 'node:crypto';
import {
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const POLL_MS = 300;
const HEARTBEAT_MS = 5_000;
/** A holder on another machine (a shared folder) that has not touched its lock for this long is gone. */
const SILENT_AFTER_MS = 120_000;

/** Runs `work` while holding the lock file; waits for another holder, takes over from a dead one. */
export async function withLock(file, work, { onWait = () => {} } = {}) {
  mkdirSync(path.dirname(file), { recursive: true });
  const token = randomUUID();
  let told = false;
  while (!tryCreate(file, token)) {
    const holder = readHolder(file);
    if (holder && isGone(holder)) {
      evict(file, holder.text);
      continue;
    }
    if (holder && !told) {
      told = true;
      onWait(holder.pid);
    }
    await pause(POLL_MS);
  }
  const heartbeat = setInterval(() => touch(file), HEARTBEAT_MS);
  heartbeat.unref();
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    if (readHolder(file)?.token === token) rmSync(file, { force: true });
  }
}

function tryCreate(file, token) {
  try {
    writeFileSync(file, JSON.stringify({ pid: process.pid, host: hostname(), token }), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** What the lock file says, or null when it vanished meanwhile. A torn file has pid 0. */
function readHolder(file) {
  let text;
  let touchedAt;
  try {
    text = readFileSync(file, 'utf8');
    touchedAt = statSync(file).mtimeMs;
  } catch {
    return null;
  }
  try {
    const { pid, host, token } = JSON.parse(text);
    return { text, touchedAt, pid, host, token };
  } catch {
    return { text, touchedAt, pid: 0, host: '', token: '' };
  }
}

function isGone({ pid, host, touchedAt }) {
  if (Date.now() - touchedAt > SILENT_AFTER_MS) return true;
  if (host !== hostname() || pid === 0) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

/** Moves a dead holder's file away. Should another run have been quicker, its new lock is put back. */
function evict(file, judgedText) {
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  try {
    if (readFileSync(aside, 'utf8') !== judgedText) linkSync(aside, file);
  } catch {
    // A third run holds the lock already: nothing to put back.
  }
  rmSync(aside, { force: true });
}

function touch(file) {
  try {
    const now = new Date();
    utimesSync(file, now, now);
  } catch {
    // The folder was removed under us; the work itself will say so.
  }
}
