/** A generator's settings, as openapi-generator reads them from a file. */
export interface Generator {
  readonly generatorName: string;
  readonly globalProperties: Readonly<Record<string, string>>;
  readonly additionalProperties: Readonly<Record<string, string>>;
  readonly gitHost?: string;
  readonly gitUserId?: string;
  readonly gitRepoId?: string;
  /** Files that the generator does not make by itself: our template, and where its output goes. */
  readonly files: Readonly<Record<string, { readonly templateType: string; readonly destinationFilename: string }>>;
}

const WITHOUT_STUBS = { apiTests: "false", modelTests: "false" };

/** The generators that run, by language. */
export const generators: Readonly<Record<"python" | "java" | "go", Generator>> = {
  python: {
    generatorName: "python",
    globalProperties: WITHOUT_STUBS,
    additionalProperties: { packageName: "m800_phone_number", projectName: "m800-phone-number" },
    files: supportingFile("python-schemes.mustache", "m800_phone_number/schemes.py"),
  },
  java: {
    generatorName: "java",
    globalProperties: WITHOUT_STUBS,
    additionalProperties: {
      groupId: "com.m800",
      artifactId: "phone-number",
      invokerPackage: "com.m800.phonenumber",
      apiPackage: "com.m800.phonenumber.api",
      modelPackage: "com.m800.phonenumber.model",
      hideGenerationTimestamp: "true",
    },
    files: supportingFile("java-schemes.mustache", "src/main/java/com/m800/phonenumber/Schemes.java"),
  },
  go: {
    generatorName: "go",
    globalProperties: WITHOUT_STUBS,
    additionalProperties: { packageName: "phonenumber" },
    // The module's path: one that can never resolve (RFC 2606), since it is not published and its users replace it.
    gitHost: "m800.invalid",
    gitUserId: "go",
    gitRepoId: "phonenumber",
    files: supportingFile("go-schemes.mustache", "schemes.go"),
  },
};

function supportingFile(template: string, destinationFilename: string): Generator["files"] {
  return { [template]: { templateType: "SupportingFiles", destinationFilename } };
}
