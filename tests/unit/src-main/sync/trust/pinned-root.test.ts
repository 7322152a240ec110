import { describe, expect, test } from 'vitest';
import { rootFingerprint as ofThePublisher } from '../../../../../content/publisher/keys/root.ts';
import { rootFingerprint, selfSignedRoot } from '../../../../../src-main/sync/trust/pinned-root.ts';
import { signedRepository } from '../../../../builders/signed-repository.ts';

const rootOf = (bytes: Uint8Array) => selfSignedRoot(bytes).root;

describe('The fingerprint of a root', () => {
  test('is the same for whoever publishes and whoever sets up a terminal', () => {
    const root = rootOf(signedRepository().firstRoot);
    expect(rootFingerprint(root)).toBe(ofThePublisher(root.signed));
    expect(rootFingerprint(root)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){4}$/);
  });

  test('is another one for every other root', () => {
    const made = signedRepository();
    made.nextRoot();
    const next = made.tree.get('metadata/2.root.json') ?? Buffer.alloc(0);
    const all = [made.firstRoot, next, signedRepository().firstRoot].map((bytes) =>
      rootFingerprint(rootOf(bytes)),
    );
    expect(new Set(all).size).toBe(3);
  });

  test('does not depend on how the file is written, nor on one signature more or less', () => {
    const { firstRoot } = signedRepository();
    const { signatures, signed } = JSON.parse(firstRoot.toString('utf8'));
    const spread = JSON.stringify({ signed: { ...signed }, signatures: signatures.slice(0, 2) }, null, 2);
    expect(rootFingerprint(rootOf(Buffer.from(spread)))).toBe(rootFingerprint(rootOf(firstRoot)));
  });

  test('is not even asked of a root that too few of its own keys signed', () => {
    const { firstRoot } = signedRepository();
    const { signatures, signed } = JSON.parse(firstRoot.toString('utf8'));
    const one = Buffer.from(JSON.stringify({ signed, signatures: signatures.slice(0, 1) }));
    expect(() => selfSignedRoot(one)).toThrow();
  });
});
