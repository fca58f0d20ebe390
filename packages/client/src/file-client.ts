import type { Client, FetchResponse, MaybeOptionalInit, ParseAsResponse } from "openapi-fetch";
import type {
  HttpMethod,
  MediaType,
  PathsWithMethod,
  RequiredKeysOf,
  ResponseObjectMap,
  SuccessResponse,
} from "openapi-typescript-helpers";

/** An openapi-fetch client whose answers may be files: openapi-fetch's own types take a Blob's methods away. */
export type FileClient<Paths extends object> = Omit<Client<Paths>, Uppercase<HttpMethod> | "request"> & {
  readonly [Name in Uppercase<HttpMethod>]: FileMethod<Paths, Lowercase<Name>>;
} & {
  readonly request: <
    Method extends HttpMethod,
    Path extends PathsWithMethod<Paths, Method>,
    Init extends MaybeOptionalInit<Paths[Path], Method & keyof Paths[Path]>,
  >(
    method: Method,
    url: Path,
    ...init: InitOf<Init>
  ) => Promise<FileResponse<Paths[Path][Method & keyof Paths[Path]], Init>>;
};

type FileMethod<Paths extends object, Method extends HttpMethod> = <
  Path extends PathsWithMethod<Paths, Method>,
  Init extends MaybeOptionalInit<Paths[Path], Method & keyof Paths[Path]>,
>(
  url: Path,
  ...init: InitOf<Init>
) => Promise<FileResponse<Paths[Path][Method & keyof Paths[Path]], Init>>;

type InitOf<Init> =
  RequiredKeysOf<Init> extends never ? [(Init & { [key: string]: unknown })?] : [Init & { [key: string]: unknown }];

type FileResponse<Operation, Init> =
  Operation extends Record<string | number, unknown>
    ? SuccessResponse<ResponseObjectMap<Operation>, MediaType> extends Blob
      ?
          | { data: ParseAsResponse<Blob, Init>; error?: never; response: Response }
          | Extract<FetchResponse<Operation, Init, MediaType>, { data?: never }>
      : FetchResponse<Operation, Init, MediaType>
    : never;
