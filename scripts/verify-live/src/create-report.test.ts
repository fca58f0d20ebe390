import { expect, test } from "vitest";
import { answerOf, findingOf } from "../test/finding-of.ts";
import { countOf, createReport } from "./create-report.ts";
import { createSpecDocument, type SpecRoot } from "./document.ts";

const root: SpecRoot = {
  info: { version: "1.2.3" },
  paths: { "/things": { get: { "x-assumed": "  It is\n there. ", responses: { "x-assumed": "Them." } } } },
};

test("a report has all that was found, without a secret", () => {
  const findings = [
    findingOf({
      exchange: { answer: answerOf({ mediaType: "text/s3cr3t" }), milliseconds: 1.6 },
      differences: [{ places: ["/paths/~1things/get"], message: "it says s3cr3t" }],
    }),
    findingOf({ expected: 401, exchange: { answer: undefined, failure: "no whole answer within 2 s" } }),
  ];
  const check = {
    spec: createSpecDocument(root),
    findings,
    notes: ["A s3cr3t note."],
    gaps: ["A s3cr3t gap."],
    areCredentialsRefused: false,
    issued: [],
  };
  const facts = { baseUrl: "https://s3cr3t.example", specHash: "abc", date: "2030-01-01", patch: "+s3cr3t" };
  const report = createReport(check, facts, (text) => text.replaceAll("s3cr3t", "***"));
  expect(report).toEqual({
    gateway: "https://***.example",
    date: "2030-01-01",
    spec: { version: "1.2.3", hash: "abc" },
    exit: { status: 1, reason: "The gateway differs from the spec in 1 way." },
    gaps: ["A *** gap.", "listThings, to see: no whole answer within 2 s."],
    differences: [
      {
        operation: "listThings",
        calls: ["to see"],
        message: "it says ***",
        places: ["/paths/~1things/get"],
        text: "listThings, to see: it says ***.",
      },
    ],
    notes: ["A *** note."],
    assumptions: [
      {
        verdict: "contradicted",
        pointer: "/paths/~1things/get",
        where: "paths › /things › get",
        assumed: "It is there.",
        against: ["listThings, to see: it says ***"],
      },
      {
        verdict: "not seen",
        pointer: "/paths/~1things/get/responses",
        where: "paths › /things › get › responses",
        assumed: "Them.",
        against: [],
      },
    ],
    calls: [
      {
        operation: "listThings",
        purpose: "to see",
        expected: 200,
        status: 200,
        mediaType: "text/***",
        milliseconds: 2,
        failure: undefined,
        isUnserved: false,
        differences: ["it says ***"],
      },
      {
        operation: "listThings",
        purpose: "to see",
        expected: 401,
        status: undefined,
        mediaType: "",
        milliseconds: 0,
        failure: "no whole answer within 2 s",
        isUnserved: true,
        differences: [],
      },
    ],
    patch: "+***",
  });
  expect(countOf(report)).toBe("Of the spec's 2 unconfirmed assumptions, 0 confirmed, 1 contradicted, 1 not seen.");
});
