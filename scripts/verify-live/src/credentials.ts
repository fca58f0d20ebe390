/** An API account's, from M800's welcome e-mail. */
export interface Credentials {
  readonly securityToken: string;
  readonly username: string;
  readonly password?: string | undefined;
}
