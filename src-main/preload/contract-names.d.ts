type ContractNames = { readonly calls: readonly string[]; readonly events: readonly string[] };

/** Names of the visitor's calls and events (`contract/names.ts`), written into the preload when it is built. */
declare const __VISITOR_CONTRACT__: ContractNames;

/** The same of the staff page. */
declare const __STAFF_CONTRACT__: ContractNames;
