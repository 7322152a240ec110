/** Provisioning stops, and nothing was changed: the message says what happened, why, and what to do. */
export class ProvisionRefusal extends Error {
  override readonly name = 'ProvisionRefusal';
}

/** Stops provisioning. */
export function refuse(sentence: string): never {
  throw new ProvisionRefusal(sentence);
}
