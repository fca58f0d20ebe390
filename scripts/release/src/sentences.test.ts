import { expect, test } from "vitest";
import type { Finding } from "./finding.ts";
import { sentences } from "./sentences.ts";

const grew: Finding = {
  level: "harmless",
  subject: "GET /things",
  text: "`a[].b` of the answer is new",
  field: "a[].b",
  statuses: ["200"],
  packages: ["client", "mock-server"],
};
const breaks: Finding = {
  ...grew,
  level: "breaking",
  text: "`a[].b` of the answer is gone",
  direction: "response",
  advice: "stop reading it",
};
const typed: Finding = {
  ...breaks,
  text: "a program no longer compiles",
  isOfTypes: true,
  field: "",
  advice: "see why",
};
const words: Finding = { level: "text", subject: "", text: "other words", statuses: [], packages: ["client"] };
const GREW = "The API grew:\n";
const BROKE = "The API changed, in ways that can break code written for the last release:\n";
const WORDS = "The API is described in other words, or with other examples.";

test.each<{ given: string; findings: Finding[]; want: string }>([
  { given: "nothing", findings: [], want: WORDS },
  { given: "other words", findings: [words], want: WORDS },
  { given: "what is another's", findings: [{ ...grew, packages: ["mock-server"] }], want: WORDS },
  {
    given: "the same of two operations, one of them twice, and other words",
    findings: [grew, { ...grew, statuses: ["201"] }, { ...grew, subject: "PUT /things" }, words],
    want: `${GREW}\n- \`GET /things\`, \`PUT /things\`: \`b\` of the answer is new.`,
  },
  {
    given: "what is about the whole, whose text is its own",
    findings: [{ ...words, level: "harmless", text: "it moved" }],
    want: `${GREW}\n- it moved.`,
  },
  {
    given: "what breaks, and what is harmless in the same words or in others",
    findings: [breaks, { ...breaks, level: "harmless" }, grew, { ...grew, text: breaks.text, subject: "PUT /things" }],
    want: `${BROKE}\n- **breaking** \`GET /things\`: \`b\` of the answer is gone; stop reading it.\n- \`GET /things\`: \`b\` of the answer is new.\n- \`PUT /things\`: \`b\` of the answer is gone.`,
  },
  {
    given: "what breaks on the wire, and so does not compile",
    findings: [breaks, typed],
    want: `${BROKE}\n- **breaking** \`GET /things\`: \`b\` of the answer is gone; stop reading it.`,
  },
  {
    given: "what does not compile for another reason",
    findings: [breaks, { ...typed, direction: "request" }],
    want: `${BROKE}\n- **breaking** \`GET /things\`: \`b\` of the answer is gone; stop reading it.\n- **breaking** \`GET /things\`: a program no longer compiles; see why.`,
  },
  {
    given: "what does not compile, twice",
    findings: [typed, { ...typed, text: "nor another" }],
    want: `${BROKE}\n- **breaking** \`GET /things\`: a program no longer compiles; see why.\n- **breaking** \`GET /things\`: nor another; see why.`,
  },
])("says of $given what its readers have to know", ({ findings, want }) => {
  expect(sentences(findings, ["client", "auth"])).toBe(want);
});
