/** What we use of `ipp-encoder`, which comes without types: messages of IPP/1.1 as bytes, and back. */
declare module 'ipp-encoder' {
  type Attribute = {
    readonly tag: number;
    readonly name: string;
    readonly value: unknown;
  };
  type Group = { readonly tag: number; readonly attributes: readonly Attribute[] };
  type Request = {
    readonly version?: { readonly major: number; readonly minor: number };
    readonly operationId: number;
    readonly requestId: number;
    readonly groups: readonly Group[];
  };
  type Response = {
    readonly statusCode: number;
    readonly groups: readonly {
      readonly tag: number;
      readonly attributes: readonly {
        readonly tag: number;
        readonly name: string;
        readonly value: readonly unknown[];
      }[];
    }[];
  };
  const ippEncoder: {
    readonly CONSTANTS: Readonly<Record<string, number>>;
    readonly request: {
      readonly encode: (request: Request, into: Buffer) => Buffer;
      readonly encodingLength: (request: Request) => number;
    };
    readonly response: { readonly decode: (bytes: Buffer) => Response };
  };
  export default ippEncoder;
}
