import { execFileSync } from "node:child_process";
import { join } from "node:path";

export interface Certificate {
  readonly path: string;
  /** Settings of a Redis that speaks TLS with it. */
  readonly settings: readonly string[];
}

/** A self-signed one for 127.0.0.1, with an RSA key of 2048 bits, made by openssl. */
export function makeCertificate(folder: string): Certificate {
  const [key, path] = [join(folder, "key.pem"), join(folder, "certificate.pem")];
  const words = "req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1";
  execFileSync("openssl", [...words.split(" "), "-keyout", key, "-out", path], { stdio: "ignore" });
  const settings = ["--tls-cert-file", path, "--tls-key-file", key, "--tls-ca-cert-file", path];
  return { path, settings: [...settings, "--tls-auth-clients", "no"] };
}
