/** What we use of `electron-installer-debian`, which comes without types: its steps, to put our own between them. */
declare module 'electron-installer-debian' {
  /** Names are as in its manual; our own ones are passed through. */
  type Supplied = Readonly<Record<string, unknown>>;
  export class Installer {
    constructor(supplied: Supplied);
    readonly userSupplied: Supplied;
    readonly options: { readonly packagePaths: readonly string[] };
    /** The directory that becomes the package. */
    readonly stagingDir: string;
    get contentFunctions(): string[];
    generateDefaults(): Promise<Record<string, unknown>>;
    generateOptions(): unknown;
    createStagingDir(): Promise<void>;
    createContents(): Promise<unknown>;
    createPackage(): Promise<void>;
    movePackage(): Promise<void>;
  }
}
