/** Names of the visitor's calls and events (`contract/names.ts`), written into the preload when it is built. */
declare const __VISITOR_CONTRACT__: {
  readonly calls: readonly string[];
  readonly events: readonly string[];
};
