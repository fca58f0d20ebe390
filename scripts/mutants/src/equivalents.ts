/** A mutant that no test can notice, or that none needs to. */
export interface Equivalent {
  readonly file: string;
  /** What stood there, and what the mutant made of it. */
  readonly original: string;
  readonly replacement: string;
  /** The line that it begins on, without its indentation, where the same stands elsewhere in the file too. */
  readonly line?: string | undefined;
  readonly reason: string;
}

type Mutant = readonly [original: string, replacement: string, line?: string];

export const equivalents: readonly Equivalent[] = [
  ...alike("packages/auth/src/parse-url.ts", "What returns nothing returns undefined.", [
    ["{\n    return undefined;\n  }", "{}"],
  ]),
  ...alike("packages/auth/src/retry-rule.ts", "What is no date is no wait, like none at all.", [
    ["[]", '["Stryker was here"]'],
    ['""', '"Stryker was here!"', 'const now = dateOf(headers.get("Date") ?? "") || Date.now();'],
    ['""', '"Stryker was here!"', 'const waits = (headers.get("Retry-After") ?? "")'],
  ]),
  ...alike(
    "packages/mock-engine/src/compile/compile-spec.ts",
    "Validators are written down for nobody, which takes time and memory only.",
    [
      ["{ isWritten: false }", "{}"],
      ["false", "true"],
    ],
  ),
  ...alike("packages/mock-engine/src/compile/describe-api.ts", "Both are the root.", [
    [
      '"/"',
      '""',
      'const whole = String(url ?? "/").replace(/\\{([^}]+)\\}/g, (template, name) => variables?.[name]?.default ?? template);',
    ],
    ['"/"', '""', 'return new URL(URL.canParse(whole, NOWHERE) ? whole : "/", NOWHERE).href;'],
  ]),
  ...alike("packages/mock-engine/src/compile/describe-parameters.ts", "What is JSON is read by no schema.", [
    ['"any"', '""'],
  ]),
  ...alike("packages/mock-engine/src/compile/describe-response.ts", "What is JSON is read by no schema.", [
    ['"any"', '""'],
  ]),
  ...alike("packages/mock-engine/src/compile/flatten.ts", "Only spares finding it anew.", [
    ["flattens.set(document, flatten);", ";"],
    ["earlier", "false", "if (earlier) return earlier;"],
    ["known.set(schema, sorted);", ";"],
  ]),
  ...alike("packages/mock-engine/src/compile/flatten.ts", "A way that was tried before is tried again, in vain.", [
    ["ways.filter(isNull)", "ways"],
  ]),
  ...alike(
    "packages/mock-engine/src/compile/flatten.ts",
    "Nothing is the opposite of a schema that is true or false.",
    [["[...conjunctionOf(document, not)].filter(isSchema)", "[...conjunctionOf(document, not)]"]],
  ),
  ...alike(
    "packages/mock-engine/src/compile/flatten.ts",
    "What is no schema asks for nothing: one way more to meet the same.",
    [["[]", '["Stryker was here"]', 'return typeof bound === "number" ? [{ [opposite]: bound + change }] : [];']],
  ),
  ...alike(
    "packages/mock-engine/src/compile/is-multiple-of.ts",
    "It stands in for a text that is there, as the compiler cannot know.",
    [
      ['""', '"Stryker was here!"', 'const [mantissa = "", exponent = "0"] = String(value).split("e");'],
      ['""', '"Stryker was here!"', 'const [whole = "", fraction = ""] = mantissa.split(".");'],
    ],
  ),
  ...alike("packages/mock-engine/src/compile/is-multiple-of.ts", "No text is 0, too.", [['"0"', '""']]),
  ...alike("packages/mock-engine/src/compile/openapi-document.ts", "What is no object is no part.", [
    ["[]", '["Stryker was here"]', "const { allOf = [], anyOf = [], oneOf = [] } = part;"],
  ]),
  ...alike(
    "packages/mock-engine/src/compile/openapi-document.ts",
    "Nothing stands in a schema that is true or false.",
    [['typeof part !== "object"', "false", 'if (typeof part !== "object") continue;']],
  ),
  ...alike("packages/mock-engine/src/compile/openapi-document.ts", "What returns nothing returns undefined.", [
    ["{\n    return undefined;\n  }", "{}"],
  ]),
  ...alike("packages/mock-engine/src/compile/openapi-document.ts", "What is no object has no text under this name.", [
    [
      'typeof value === "object" && "$ref" in value',
      "true",
      'return typeof value === "object" && "$ref" in value && typeof value.$ref === "string";',
    ],
  ]),
  ...alike("packages/mock-engine/src/compile/read-spec.ts", "Only spares looking for lines that none stands on.", [
    ["problems.length === 0", "false"],
  ]),
  ...alike("packages/mock-engine/src/compile/readings.ts", "Only spares finding it anew.", [
    ["earlier", "false", "if (earlier) return earlier;"],
    ["known.set(schema, ways);", ";"],
  ]),
  ...alike("packages/mock-engine/src/compile/relax.ts", "Nothing but schemas asks for properties.", [
    ['kind === "schema" && isSchema(node)', "true"],
    ['kind === "schema" && isSchema(node)', 'kind === "schema" || isSchema(node)'],
    [
      'kind === "schema"',
      "true",
      'const result = mapChildren(kind === "schema" && isSchema(node) ? withoutUnsent(node) : node, kind, (child) =>',
    ],
  ]),
  ...alike("packages/mock-engine/src/compile/relax.ts", "A name that nobody asks for.", [
    [
      "[]",
      '["Stryker was here"]',
      "Object.entries(properties).flatMap(([name, property]) => (isUnsent(document, property, unsent) ? [name] : [])),",
    ],
  ]),
  ...alike("packages/mock-engine/src/compile/sample-list.ts", "Only spares making it anew.", [
    ["items.set(item, both);", ";"],
    ["known.set(key, schema);", ";"],
    ["index < prefixItems.length", "true"],
    ["index < prefixItems.length", "index <= prefixItems.length"],
  ]),
  ...alike(
    "packages/mock-engine/src/compile/sample-list.ts",
    "Values that were there are passed over all the same, only later.",
    [["sources.set(schema, source);", ";"]],
  ),
  ...alike("packages/mock-engine/src/compile/sample-list.ts", "A key like any other.", [['"[]"', '""']]),
  ...alike("packages/mock-engine/src/compile/sample-maker.ts", "Only spares making it anew.", [
    ["!known.has(schema)", "true"],
  ]),
  ...alike(
    "packages/mock-engine/src/compile/sample-number.ts",
    "It stands in for a text that is there, as the compiler cannot know.",
    [['""', '"Stryker was here!"']],
  ),
  ...alike("packages/mock-engine/src/compile/sample-number.ts", "No text is 0, too.", [['"0"', '""']]),
  ...alike("packages/mock-engine/src/compile/sample-object.ts", "A schema that is true asks for nothing more.", [
    ['parts.filter((part) => typeof part === "object")', "parts"],
    ['typeof part === "object"', "true"],
  ]),
  ...alike("packages/mock-engine/src/compile/sample-object.ts", "All of one schema asks for what it asks.", [
    ["second === undefined", "false"],
  ]),
  ...alike("packages/mock-engine/src/compile/sample-object.ts", "Neither is true.", [
    ["() => false", "() => undefined"],
  ]),
  ...alike("packages/mock-engine/src/compile/sample-object.ts", "Only spares making it anew.", [
    ["known.set(name, schema);", ";"],
    ["earlier !== undefined", "false"],
  ]),
  ...alike("packages/mock-engine/src/compile/sample.ts", "Only spares finding it anew.", [
    ["known.set(schema, parts);", ";"],
  ]),
  ...alike("packages/mock-engine/src/compile/sample.ts", "Only holds against its schema what fits all the same.", [
    ["isGiven || flat.isUnsure", "true"],
    ["false", "true", "for (const value of typed(type, flat, makerIn(schema, place))) yield [value, false];"],
  ]),
  ...alike(
    "packages/mock-engine/src/compile/sample.ts",
    "A schema that is true or false asks for the same once it is compiled.",
    [
      ['typeof schema === "boolean"', "false"],
      ['"boolean"', '""', 'if (!fits || typeof schema === "boolean") return schema !== false;'],
    ],
  ),
  ...alike("packages/mock-engine/src/compile/sample.ts", "A type that was tried is tried again, in vain.", [
    ['types.filter((type) => type === "null")', "types"],
    [
      'type === "null"',
      "true",
      'if (types) return [...types.filter((type) => type !== "null"), ...types.filter((type) => type === "null")];',
    ],
  ]),
  ...alike("packages/mock-engine/src/compile/sample.ts", "What is of no other type is made as a number.", [
    ['"number"', '""', 'const ANY_TYPE: readonly Type[] = ["string", "number"];'],
    ['"number"', '""', 'if (steps.length > 0 || isOf(/imum/)) hinted.push("number");'],
  ]),
  ...alike("packages/mock-engine/src/compile/schema-compiler.ts", "Each key that is known leads to a schema.", [
    ["!validate", "false", "if (!validate) throw new Error(`There is no schema $" + "{reference}.`);"],
  ]),
  ...alike("packages/mock-engine/src/compile/schema-compiler.ts", "A name like any other.", [
    ['"probe"', '""'],
    ['"spec"', '""'],
  ]),
  ...alike("packages/mock-engine/src/compile/schema-compiler.ts", "Only spares compiling it anew.", [
    ["probes.set(schema, validate);", ";"],
  ]),
  ...alike(
    "packages/mock-engine/src/compile/schema-compiler.ts",
    "Nothing of the root is enumerable, so that there is nothing to look at.",
    [["false", "true", "validateSchema: false,"]],
  ),
  ...alike(
    "packages/mock-engine/src/compile/schema-compiler.ts",
    "Says where the code of a schema stands, not what it asks for.",
    [["false", "true", "inlineRefs: false,"]],
  ),
  ...alike(
    "packages/mock-engine/src/compile/unfold.ts",
    "What is written out instead of referred to asks for the same.",
    [["within.some((outer) => parts.has(outer))", "true"]],
  ),
  ...alike(
    "packages/mock-engine/src/compile/upgrade.ts",
    "It stands in for a text that is there, as the compiler cannot know.",
    [
      ['""', '"Stryker was here!"', 'const pointer = pointerIn(reference) ?? "";'],
      [
        '""',
        '"Stryker was here!"',
        'function withValueAt<T extends object>(holder: T, [key = "", ...others]: readonly string[], value: object): T {',
      ],
    ],
  ),
  ...alike("packages/mock-engine/src/compile/upgrade.ts", "What returns nothing returns undefined.", [
    ["{\n    return undefined;\n  }", "{}"],
  ]),
  ...alike("packages/mock-engine/src/compile/with-discriminator.ts", "Only spares looking where there is nothing.", [
    ["!schema.oneOf && !schema.anyOf && !schema.allOf", "false"],
  ]),
  ...alike(
    "packages/mock-engine/src/engine/create-fetch.ts",
    "The bytes are copied for the compiler, which does not know what memory they are in.",
    [
      ['typeof body === "object"', "false"],
      ['"object"', '""'],
    ],
  ),
  ...alike("packages/mock-engine/src/engine/create-masker.ts", "The other schemes have no place.", [
    ['operations.flatMap(securityOf).filter((scheme) => scheme.kind === "apiKey")', "operations.flatMap(securityOf)"],
    ['scheme.kind === "apiKey"', "true"],
  ]),
  ...alike(
    "packages/mock-engine/src/engine/create-masker.ts",
    "No segment of a path and no name is called so, and what is missing holds no secret.",
    [
      ['""', '"Stryker was here!"', 'const isSecret = (template = "") =>'],
      [
        '""',
        '"Stryker was here!"',
        '[...template.matchAll(/\\{([^}]+)\\}/g)].some(([, name = ""]) => names.has(name));',
      ],
      ['""', '"Stryker was here!"', 'const [written = ""] = pair.split("=", 1);'],
    ],
  ),
  ...alike(
    "packages/mock-engine/src/engine/create-masker.ts",
    "What is neither a scheme, nor a template, nor says of anything that it is secret, masks nothing.",
    [
      ["[]", '["Stryker was here"]', 'const templates = operation?.path.split("/") ?? [];'],
      ["[]", '["Stryker was here"]', "return [];"],
      ["[]", '["Stryker was here"]', "return unlessFaulty(() => operation?.secrets ?? []);"],
    ],
  ),
  ...alike(
    "packages/mock-engine/src/engine/create-masker.ts",
    "What is thrown there is caught, as a fault of the document is.",
    [["operation?.secrets", "operation.secrets"]],
  ),
  ...alike("packages/mock-engine/src/engine/create-overrides.ts", "The reply is only built anew for each call.", [
    ["built && !isFile(reply)", "false"],
  ]),
  ...alike("packages/mock-engine/src/engine/create-overrides.ts", "An override is forgotten where it was added.", [
    [
      "[]",
      '["Stryker was here"]',
      "const others = (active.get(operationId) ?? []).filter((other) => other !== override);",
    ],
  ]),
  ...alike("packages/mock-engine/src/engine/engine.ts", "Only spares reading what is not there.", [
    ["operation.parametersSchema !== undefined", "true"],
  ]),
  ...alike("packages/mock-engine/src/engine/faults.ts", "No number is drawn that is the rate to the last bit.", [
    ["random() < rate", "random() <= rate"],
  ]),
  ...alike("packages/mock-engine/src/engine/faults.ts", "Only spares going through none.", [
    ["faults.length === 0", "false"],
  ]),
  ...alike("packages/mock-engine/src/engine/mask.ts", "Only spares looking where nothing is said.", [
    ["graph.length === 0", "false"],
    ["said.length === 0", "false"],
    ["items.length === 0", "false"],
    ["inner.length === 0", "false"],
  ]),
  ...alike("packages/mock-engine/src/engine/mask.ts", "Nothing is said under what is no index.", [
    ["[]", '["Stryker was here"]', "const items = said.flatMap((node) => node.items ?? []);"],
    [
      "[]",
      '["Stryker was here"]',
      "const inner = said.flatMap(({ properties = {}, others = [] }) => own(properties, name) ?? others);",
    ],
    [
      "[]",
      '["Stryker was here"]',
      "for (const index of indices) for (const other of graph[index]?.also ?? []) indices.add(other);",
    ],
    ["[]", '["Stryker was here"]', "return [...indices].flatMap((index) => graph[index] ?? []);"],
  ]),
  ...alike("packages/mock-engine/src/engine/mask.ts", "No property leads to the first node, which is the whole.", [
    ["index >= 0", "index > 0"],
  ]),
  ...alike("packages/mock-engine/src/engine/media-type.ts", "Only spares comparing them.", [
    ["mediaType === given", "false"],
    ["([mediaType]) => mediaType === given", "() => undefined"],
    ["same", "false", "if (same) return same[1];"],
  ]),
  ...alike(
    "packages/mock-engine/src/engine/media-type.ts",
    "It stands in for a text that is there, as the compiler cannot know.",
    [
      ['""', '"Stryker was here!"', 'return contentType.split(";", 1)[0]?.trim().toLowerCase() ?? "";'],
      [
        '""',
        '"Stryker was here!"',
        '([, name = "", value = ""]): [string, string] => [name.toLowerCase(), value.replace(/^"(.*)"$/, "$1")],',
      ],
      [
        '""',
        '"Stryker was here!"',
        'if (suffix) return essence.startsWith(suffix[1] ?? "") && essence.endsWith(suffix[2] ?? "") ? 2.5 : 0;',
      ],
      ['contentType.split(";", 1)[0]?.trim', 'contentType.split(";", 1)[0].trim'],
    ],
  ),
  ...alike("packages/mock-engine/src/engine/media-type.ts", "A value has quotes around it, or none at all.", [
    ['/^"(.*)"$/', '/"(.*)"$/'],
    ['/^"(.*)"$/', '/^"(.*)"/'],
  ]),
  ...alike("packages/mock-engine/src/engine/media-type.ts", "A type has one slash.", [
    ["/^([^/]+\\/)\\*(\\+.+)$/", "/([^/]+\\/)\\*(\\+.+)$/"],
  ]),
  ...alike(
    "packages/mock-engine/src/engine/media-type.ts",
    "What stands before it goes to the end of the line already, and there is one line.",
    [["/^([^/]+\\/)\\*(\\+.+)$/", "/^([^/]+\\/)\\*(\\+.+)/"]],
  ),
  ...alike("packages/mock-engine/src/engine/parameters.ts", "The other schemes have no name.", [
    ['security.flat().filter((scheme) => scheme.kind === "apiKey")', "security.flat()"],
    ['scheme.kind === "apiKey"', "true"],
  ]),
  ...alike(
    "packages/mock-engine/src/engine/parameters.ts",
    "The engine reads no parameters where there is no schema of them.",
    [["parametersSchema === undefined", "false"]],
  ),
  ...alike(
    "packages/mock-engine/src/engine/parameters.ts",
    "A fault of a header's schema is told when its validator is asked for, before.",
    [["error instanceof Misread", "true", "if (error instanceof Misread) return error.message;"]],
  ),
  ...alike(
    "packages/mock-engine/src/engine/parameters.ts",
    "It stands in for a text that is there, as the compiler cannot know.",
    [['""', '"Stryker was here!"', 'const [text = "", ...others] = source.texts;']],
  ),
  ...alike(
    "packages/mock-engine/src/engine/prefer.ts",
    "It stands in for a text that is there, as the compiler cannot know.",
    [['""', '"Stryker was here!"', 'for (const [, name = "", quoted, plain = ""] of prefer.matchAll(PAIR)) {']],
  ),
  ...alike("packages/mock-engine/src/engine/prefer.ts", "A preference for nothing changes nothing.", [
    ["code === undefined && example === undefined && delay === undefined", "false"],
  ]),
  ...alike("packages/mock-engine/src/engine/prefer.ts", "An example that is undefined is none.", [
    ["example !== undefined", "true"],
  ]),
  ...alike(
    "packages/mock-engine/src/engine/read-value.ts",
    "A fault of one choice is one of them all, whose validator is asked for before.",
    [["!(error instanceof Misread)", "false"]],
  ),
  ...alike(
    "packages/mock-engine/src/engine/read-value.ts",
    "There is a validator of each choice, as the compiler cannot know.",
    [["validate?.(value)", "validate(value)"]],
  ),
  ...alike(
    "packages/mock-engine/src/engine/refusals.ts",
    "What is not described cannot be built, and what is thrown there is caught.",
    [
      ["operation && response", "true", "if (operation && response) {"],
      ["operation && response", "operation || response", "if (operation && response) {"],
    ],
  ),
  ...alike("packages/mock-engine/src/engine/refusals.ts", "Nothing is described under either.", [
    ['""', '"Stryker was here!"'],
  ]),
  ...alike("packages/mock-engine/src/engine/replies.ts", "What has a type has content, as the compiler cannot know.", [
    [
      "mediaType === undefined",
      "false",
      "const content = mediaType === undefined ? undefined : response.content[mediaType];",
    ],
    ["mediaType === undefined", "false", "if (mediaType === undefined || !content || BODILESS.has(init.status)) {"],
    ["mediaType === undefined || !content", "mediaType === undefined && !content"],
    ["content[mediaType]?.examples", "content[mediaType].examples"],
  ]),
  ...alike("packages/mock-engine/src/engine/replies.ts", "Only spares finding it out anew.", [
    ["successes.set(operation, success);", ";"],
    ["known", "false", "if (known) return known;"],
    ["known", "false", "if (known.last && known.last.accept === accept) return known.last.reply;"],
  ]),
  ...alike("packages/mock-engine/src/engine/replies.ts", "Only spares making it anew.", [
    ["known.last && known.last.accept === accept", "false"],
    ["known.last = { accept, reply };", ";"],
  ]),
  ...alike("packages/mock-engine/src/engine/replies.ts", "Nothing is described under either.", [
    [
      '""',
      '"Stryker was here!"',
      'function problemOf(operation: OperationDescription, status: number, mediaType = ""): string | undefined {',
    ],
  ]),
  ...alike("packages/mock-engine/src/engine/replies.ts", "No key of a description's answers goes on after a status.", [
    ["/^[2-5]\\d\\d$/", "/^[2-5]\\d\\d/"],
  ]),
  ...alike(
    "packages/mock-engine/src/engine/replies.ts",
    "What ends so and is no status has no answer of success either.",
    [["/^[2-5]\\d\\d$/", "/[2-5]\\d\\d$/"]],
  ),
  ...alike("packages/mock-engine/src/engine/request-body.ts", "A body that is undefined is one that is not there.", [
    ["{ body: undefined }", "{}"],
  ]),
  ...alike(
    "packages/mock-engine/src/engine/request-body.ts",
    "The field is read in its own style all the same, and what is read later counts.",
    [["name === field.name", "false"]],
  ),
  ...alike("packages/mock-engine/src/engine/request-body.ts", "A function that returns nothing returns undefined.", [
    ["{\n    return undefined;\n  }", "{}"],
  ]),
  ...alike("packages/mock-engine/src/engine/request-body.ts", "An object is read as one, whatever is asked for.", [
    ['"any"', '""'],
  ]),
  ...alike("packages/mock-engine/src/engine/request-body.ts", "What is no field finds nothing that was sent.", [
    ["[]", '["Stryker was here"]', '{ form = "any", styled = [] }: RequestContentDescription,'],
  ]),
  ...alike(
    "packages/mock-engine/src/engine/request-body.ts",
    "What is neither text nor JSON is a form, which is judged the same when it is judged again.",
    [['typeof body !== "string"', "false"]],
  ),
  ...alike("packages/mock-engine/src/engine/request-log.ts", "Only spares copying.", [
    ["entries.length < 2 * requests", "false"],
    ["2 * requests", "2 / requests"],
    ["dropped > 0", "true"],
    ["dropped > 0", "dropped >= 0"],
  ]),
  ...alike("packages/mock-engine/src/engine/request-log.ts", "There are twice as many then.", [
    ["-requests", "+requests", "entries = entries.slice(-requests);"],
  ]),
  ...alike("packages/mock-engine/src/engine/request-log.ts", "There is one, as the compiler cannot know.", [
    ["entries[dropped++]?.bytes", "entries[dropped++].bytes"],
  ]),
  ...alike("packages/mock-engine/src/engine/request-log.ts", "Only spares copying: there never are so many then.", [
    ["entries.length < 2 * requests", "entries.length >= 2 * requests"],
  ]),
  ...alike("packages/mock-engine/src/engine/request-log.ts", "Only spares holding the same headers twice.", [
    ["last && isSame(last, entry.headers)", "false"],
    ["known.set(entry.operation, entry.headers);", ";"],
    [
      "{\n  const names = Object.keys(one);\n  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);\n}",
      "{}",
    ],
    ["names.length === Object.keys(other).length && names.every((name) => one[name] === other[name])", "false"],
    ["names.length === Object.keys(other).length", "names.length !== Object.keys(other).length"],
    ["(name) => one[name] === other[name]", "() => undefined"],
    ["one[name] === other[name]", "false"],
  ]),
  ...alike(
    "packages/mock-engine/src/engine/router.ts",
    "It stands in for a text that is there, as the compiler cannot know.",
    [
      ['""', '"Stryker was here!"', 'const [pathname = "", query = ""] = path.split(/\\{?\\?(.*)/s);'],
      [
        '""',
        '"Stryker was here!"',
        'const named = [...pathname.matchAll(TEMPLATE)].map(([, name = ""], index) => [name, values[index] ?? ""]);',
      ],
      ['""', '"Stryker was here!"', 'const sent = new Map(query === "" ? [] : pairsOf(search.slice(1), "&"));'],
      [
        '""',
        '"Stryker was here!"',
        'const written = [...query.matchAll(/([^&=]+)=\\{([^}]+)\\}/g)].flatMap(([, key = "", name = ""]) => {',
      ],
    ],
  ),
  ...alike("packages/mock-engine/src/engine/router.ts", "Only spares looking for templates that are not there.", [
    ['!path.includes("{")', "false"],
    ['"{"', '""', 'if (!path.includes("{")) return {};'],
  ]),
  ...alike("packages/mock-engine/src/engine/router.ts", "Only spares reading a query that a path does not ask for.", [
    ['query === ""', "false"],
  ]),
  ...alike("packages/mock-engine/src/engine/router.ts", "A value that is undefined is read as none.", [
    ["value === undefined", "false"],
  ]),
  ...alike("packages/mock-engine/src/engine/security.ts", "Credentials that are undefined are none.", [
    ["{ credentials: undefined }", "{}"],
  ]),
  ...alike(
    "packages/mock-engine/src/engine/security.ts",
    "Nothing is called so, and what is missing is refused by whatever name.",
    [
      [
        '""',
        '"Stryker was here!"',
        'cookie: () => new URLSearchParams((request.headers.cookie ?? "").replaceAll(/;\\s*/g, "&")).get(scheme.name),',
      ],
      [
        '""',
        '"Stryker was here!"',
        'const [, sentScheme = "", credentials = ""] = /^(\\S+) +(\\S.*)$/.exec(authorization ?? "") ?? [];',
      ],
    ],
  ),
  ...alike(
    "packages/mock-engine/src/engine/security.ts",
    "The first of these is what matched as a whole, which nobody reads.",
    [["[]", '["Stryker was here"]']],
  ),
  ...alike("packages/mock-engine/src/engine/security.ts", "The value of a header starts with no space.", [
    ["/^(\\S+) +(\\S.*)$/", "/(\\S+) +(\\S.*)$/"],
  ]),
  ...alike(
    "packages/mock-engine/src/engine/security.ts",
    "What stands before it goes to the end of the line already, and there is one line.",
    [["/^(\\S+) +(\\S.*)$/", "/^(\\S+) +(\\S.*)/"]],
  ),
  ...alike("packages/mock-engine/src/engine/send-webhook.ts", "A type that is not described has no content.", [
    ["[]", '["Stryker was here"]'],
  ]),
  ...alike(
    "packages/mock-engine/src/engine/send-webhook.ts",
    "What has a type has content, as the compiler cannot know.",
    [
      ["mediaType === undefined || !content", "mediaType === undefined && !content"],
      ["mediaType === undefined", "false"],
    ],
  ),
  ...alike(
    "packages/mock-engine/src/engine/sources.ts",
    "It stands in for a text that is there, as the compiler cannot know.",
    [
      ['""', '"Stryker was here!"', 'const [first = "", second] = values;'],
      [
        '""',
        '"Stryker was here!"',
        'return { texts, list: () => texts.map(scalar), entries: () => fail(texts[0] ?? "") };',
      ],
      ['""', '"Stryker was here!"', 'const json = () => (texts.length === 1 ? parseJson(texts[0] ?? "") : texts);'],
      [
        '""',
        '"Stryker was here!"',
        'return items.flatMap((item, index) => (index % 2 === 0 ? [[item, scalar(items[index + 1] ?? "")]] : []));',
      ],
      ['""', '"Stryker was here!"', 'return [...brackets.matchAll(/\\[([^\\]]*)\\]/g)].map(([, step = ""]) => step);'],
      ['""', '"Stryker was here!"', 'const [step = "", ...rest] = steps;'],
    ],
  ),
  ...alike(
    "packages/mock-engine/src/engine/validation.ts",
    "A validator that has refused a value has errors, as the compiler cannot know.",
    [
      ["[]", '["Stryker was here"]', "const errors = validate.errors ?? [];"],
      ["[]", '["Stryker was here"]', 'return (errors ?? []).some(({ params }) => "type" in params);'],
    ],
  ),
  ...alike(
    "packages/mock-engine/src/engine/validation.ts",
    "Each error is told in words, as the compiler cannot know.",
    [['"is invalid"', '""']],
  ),
  ...alike(
    "packages/mock-server/src/create-api-server.ts",
    "Each request that Node gives a server has a target and a method, as the compiler cannot know.",
    [['"GET"', '""']],
  ),
  ...alike("packages/mock-server/src/create-api-server.ts", "No page has such an origin.", [
    ["[]", '["Stryker was here"]', "const cors = corsHeaders(request.headers, api?.isControl ? [] : allowedOrigins);"],
  ]),
  ...alike("packages/mock-server/src/guard-connections.ts", "Only spares being told of connections.", [
    ["opened.unsubscribe(onOpened);", ";"],
  ]),
  ...alike("packages/mock-server/src/m800/behaviour.ts", "A reply whose body is undefined is the description's own.", [
    ["body === undefined", "false"],
  ]),
  ...alike(
    "packages/mock-server/src/read-request.ts",
    "Each request that Node gives a server has a target and a method, as the compiler cannot know.",
    [
      ['"/"', '""', 'export function pathOf({ url = "/" }: IncomingMessage): string {'],
      ['"/"', '""', 'const { url = "/" } = request;'],
      ['"GET"', '""'],
    ],
  ),
  ...alike(
    "packages/mock-server/src/read-request.ts",
    "It stands in for a text that is there, as the compiler cannot know.",
    [['""', '"Stryker was here!"', 'return url.split("?", 1)[0] ?? "";']],
  ),
  ...alike("packages/mock-server/src/m800/tokens.ts", "It stands in for what is there, as the compiler cannot know.", [
    ['""', '"Stryker was here!"'],
    ["false", "true", "revoked: revoked[index] ?? false,"],
  ]),
  ...alike("packages/mock-server/src/read-request.ts", "It is what matched as a whole, which nobody reads.", [
    ['""', '"Stryker was here!"', ': ["", target];'],
  ]),
  ...alike("packages/mock-server/src/read-request.ts", "There is no target that does not match.", [
    ["[]", '["Stryker was here"]', "? (/^([^?#]*)(\\?[^#]*)?/.exec(target) ?? [])"],
  ]),
  ...alike("packages/mock-server/src/read-request.ts", "It matches at the start, if only nothing.", [
    ["/^([^?#]*)(\\?[^#]*)?/", "/([^?#]*)(\\?[^#]*)?/"],
  ]),
  ...alike("packages/mock-server/src/read-request.ts", "Only spares copying.", [
    ["chunks.length === 1 && chunks[0]", "false"],
  ]),
  ...alike(
    "packages/mock-server/src/send-reply.ts",
    "Only spares encoding it anew, or encodes sooner what Node would.",
    [
      ["known", "false", "if (known) return known;"],
      ['typeof text === "string" && text.length >= 1024', "true"],
      ['typeof text === "string" && text.length >= 1024', "false"],
      ['typeof text === "string" && text.length >= 1024', 'typeof text === "string" || text.length >= 1024'],
      ['typeof text === "string"', "true"],
      ['typeof text === "string"', 'typeof text !== "string"'],
      ['"string"', '""'],
      ["text.length >= 1024", "true"],
      ["text.length >= 1024", "text.length > 1024"],
      ["text.length >= 1024", "text.length < 1024"],
      ["isLong", "true", "if (isLong) encodings.set(reply, encoded);"],
      ["isLong", "false", "if (isLong) encodings.set(reply, encoded);"],
      ["encodings.set(reply, encoded);", ";"],
    ],
  ),
  ...alike("packages/mock-server/src/send-reply.ts", "Node reads what is left of a body by itself, only later.", [
    ["request.resume();", ";"],
  ]),
  ...alike(
    "packages/mock-server/src/setup-mock-server.ts",
    "It matters on MSW 2 only, where the suite's other project runs the same tests.",
    [
      ["{ api }", "{}", "if (!IS_MSW_3) return Object.assign(server, { api });"],
      ["!IS_MSW_3", "false"],
      ['"graphql"', '""'],
    ],
  ),
  ...alike(
    "scripts/verify-live/src/judge-body.ts",
    "Only spares judging the whole description as if it were a schema.",
    [["false", "true", "validateSchema: false,"]],
  ),
];

/** Mutants of one file that make no difference for the same reason. */
function alike(file: string, reason: string, mutants: readonly Mutant[]): Equivalent[] {
  return mutants.map(([original, replacement, line]) => ({ file, original, replacement, line, reason }));
}
