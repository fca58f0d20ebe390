import { glob, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Language } from "./generators.ts";

/** An edit of generated code: what it finds has to be there, in one file at least. */
interface Edit {
  readonly files: string;
  readonly find: RegExp;
  readonly replaceBy: string;
}

const JAVA = "src/main/java/com/m800/phonenumber";

/**
 * Where the generated code puts what the API answered into the message of an error, and what it does instead. The answer
 * may be a token, and messages end in logs. openapi-generator has settings for none of it.
 */
const edits: Readonly<Record<Language, readonly Edit[]>> = {
  python: [
    {
      files: "m800_phone_number/models/*.py",
      find: /(?<=model_config = ConfigDict\()/g,
      replaceBy: "\n        hide_input_in_errors=True,",
    },
  ],
  java: [
    {
      files: `${JAVA}/model/*.java`,
      find: /(?<=String\.format\(.*)(jsonElement|jsonObj\.get\("[^"]*"\)|jsonArray\w*(\.get\(i\))?)\.toString\(\)/g,
      replaceBy: '"(not shown)"',
    },
    {
      files: `${JAVA}/ApiClient.java`,
      find: /(is not supported for type: [^;]*?)response\.body\(\)\.string\(\)\);/g,
      replaceBy: "$1null);",
    },
    {
      files: `${JAVA}/ApiClient.java`,
      find: /(public <T> T deserialize\(Response response[\s\S]*?\n {8}\} catch \(IOException e\) \{\n {12}throw new ApiException\(e\);\n {8}\})/g,
      replaceBy: `$1 catch (RuntimeException e) {
            // A parser's message may quote the answer.
            String reason = e.getClass() == IllegalArgumentException.class ? e.getMessage() : e.getClass().getSimpleName();
            throw new ApiException("The answer is not as described: " + reason, response.code(), response.headers().toMultimap(), null);
        }`,
    },
  ],
  go: [
    {
      files: "client.go",
      find: /(?<=else if err = json\.Unmarshal\(b, v\); err != nil \{ \/\/ simple model\n)(?=\t\t\treturn err)/g,
      replaceBy:
        '\t\t\tvar mismatch *json.UnmarshalTypeError // Whose message may quote the answer.\n\t\t\tif errors.As(err, &mismatch) {\n\t\t\t\treturn fmt.Errorf("json: %s is not of type %s", mismatch.Field, mismatch.Type)\n\t\t\t}\n',
    },
  ],
};

/** Makes the errors of a generated client quote no answer. @throws Error if the generator's code is not as it was */
export async function hideValues(language: Language, folder: string): Promise<void> {
  for (const { files, find, replaceBy } of edits[language]) {
    let isFound = false;
    for await (const file of glob(files, { cwd: folder })) {
      const path = join(folder, file);
      const text = await readFile(path, "utf8");
      const edited = text.replaceAll(find, replaceBy);
      isFound ||= edited !== text;
      if (edited !== text) await writeFile(path, edited);
    }
    if (!isFound) throw new Error(`The ${language} client's ${files} has no ${find}: see src/hide-values.ts.`);
  }
}
