import type { Contract } from "@m800/generate/contract";
import type { Spec } from "@m800/generate/load-spec";

/** A generator's settings, as openapi-generator reads them from a file. */
export interface Generator {
  readonly generatorName: string;
  readonly globalProperties: Readonly<Record<string, string>>;
  readonly additionalProperties: Readonly<Record<string, string>>;
  readonly httpUserAgent: string;
  readonly gitHost?: string;
  readonly gitUserId?: string;
  readonly gitRepoId?: string;
  /** Files that the generator does not make by itself: our template, and where its output goes. */
  readonly files: Readonly<Record<string, { readonly templateType: string; readonly destinationFilename: string }>>;
}

export const languages = ["python", "java", "go"] as const;

export type Language = (typeof languages)[number];

/** Pages beside the README too are left out: their examples send no key, and go to no gateway. */
const WITHOUT_STUBS = { apiTests: "false", modelTests: "false", apiDocs: "false", modelDocs: "false" };

/**
 * The settings of the generators that run, by language.
 *
 * @param examples a program for each language, which its README shows
 */
export function generatorsFor(
  { info }: Spec["document"],
  { token, rejections }: Contract,
  examples: Readonly<Record<Language, string>>,
): Readonly<Record<Language, Generator>> {
  const { version, title, contact, license } = info;
  const author = contact?.name ?? "";
  const homepage = contact?.url ?? "";
  const common = (language: Language) => ({
    // An object may have fields that the description does not name: JSON Schema forbids them only where it says so.
    disallowAdditionalPropertiesIfNotPresent: "false",
    rejections: rejections.join(", "),
    refusals: token.refusals.join(", "),
    author,
    homepage,
    example: examples[language].trimEnd(),
  });
  const httpUserAgent = (language: Language) => `m800-phone-number-${language}/${version}`;
  return {
    python: {
      generatorName: "python",
      globalProperties: WITHOUT_STUBS,
      httpUserAgent: httpUserAgent("python"),
      additionalProperties: {
        ...common("python"),
        packageName: "m800_phone_number",
        projectName: "m800-phone-number",
        packageVersion: version,
      },
      files: {
        ...supportingFile("schemes.mustache", "m800_phone_number/schemes.py"),
        ...supportingFile("authenticated_client.mustache", "m800_phone_number/authenticated_client.py"),
      },
    },
    java: {
      generatorName: "java",
      globalProperties: WITHOUT_STUBS,
      httpUserAgent: httpUserAgent("java"),
      additionalProperties: {
        ...common("java"),
        groupId: "com.m800",
        artifactId: "phone-number",
        artifactVersion: version,
        artifactDescription: title,
        artifactUrl: homepage,
        licenseName: license?.name ?? "",
        licenseUrl: license?.identifier === undefined ? "" : `https://spdx.org/licenses/${license.identifier}`,
        developerName: author,
        developerEmail: contact?.email ?? "",
        developerOrganization: author,
        developerOrganizationUrl: homepage,
        scmConnection: "",
        scmDeveloperConnection: "",
        scmUrl: "",
        invokerPackage: "com.m800.phonenumber",
        apiPackage: "com.m800.phonenumber.api",
        modelPackage: "com.m800.phonenumber.model",
        hideGenerationTimestamp: "true",
      },
      files: {
        ...supportingFile("schemes.mustache", "src/main/java/com/m800/phonenumber/Schemes.java"),
        ...supportingFile(
          "authenticated_client.mustache",
          "src/main/java/com/m800/phonenumber/AuthenticatedClient.java",
        ),
      },
    },
    go: {
      generatorName: "go",
      globalProperties: WITHOUT_STUBS,
      httpUserAgent: httpUserAgent("go"),
      additionalProperties: { ...common("go"), packageName: "phonenumber", packageVersion: version },
      // The module's path: one that can never resolve (RFC 2606), since it is not published and its users replace it.
      gitHost: "m800.invalid",
      gitUserId: "go",
      gitRepoId: "phonenumber",
      files: {
        ...supportingFile("schemes.mustache", "schemes.go"),
        ...supportingFile("authenticated_client.mustache", "authenticated_client.go"),
      },
    },
  };
}

function supportingFile(template: string, destinationFilename: string): Generator["files"] {
  return { [template]: { templateType: "SupportingFiles", destinationFilename } };
}
