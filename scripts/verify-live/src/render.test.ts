import { expect, test } from "vitest";
import type { Report, ReportedCall } from "./create-report.ts";
import { renderJunit } from "./render-junit.ts";
import { renderMarkdown } from "./render-markdown.ts";
import { renderText } from "./render-text.ts";

const call: ReportedCall = {
  operation: "listThings",
  purpose: "with a fresh token",
  expected: 200,
  status: 200,
  mediaType: "application/json",
  milliseconds: 12,
  failure: undefined,
  isUnserved: false,
  differences: [],
};
const LACKS = "the body lacks the field `a|b`";
const LONG = "a-word-that-is-longer-than-a-line-of-a-terminal-and-that-somebody-may-want-to-copy-as-it-is";

/** A gateway that differs, and could not be checked whole. */
const differing: Report = {
  gateway: "https://gateway.example",
  date: "2026-01-02",
  spec: { version: "1.2.3", hash: "0123456789abcdef" },
  exit: { status: 1, reason: "The gateway differs from the spec in 1 way." },
  gaps: ["giveToken, with a wrong password: the connection failed."],
  differences: [
    {
      operation: "listThings",
      calls: ["with a fresh token"],
      message: LACKS,
      places: ["/components/schemas/Thing", "/paths/~1things"],
      text: `listThings, with a fresh token: ${LACKS}.`,
    },
  ],
  notes: [`A note of more than one line, of which one has ${LONG} in it, and goes on.`, "Bell \u0007 & <tag>."],
  assumptions: [
    { verdict: "confirmed", pointer: "/a", where: "a", assumed: "One.", against: [] },
    { verdict: "contradicted", pointer: "/b", where: "b", assumed: "Two <lines>.", against: ["No.", "Nor this."] },
    { verdict: "not seen", pointer: "/c", where: "c", assumed: "Three.", against: [] },
  ],
  calls: [
    { ...call, differences: [LACKS] },
    { ...call, purpose: "with an old token", differences: [LACKS] },
    {
      ...call,
      operation: "giveToken",
      purpose: "with a wrong password",
      expected: 401,
      status: undefined,
      mediaType: "",
      failure: "no answer",
      isUnserved: true,
    },
    { ...call, operation: "giveToken", purpose: "once more", status: 503, isUnserved: true },
    { ...call, operation: "giveToken", purpose: "at last", milliseconds: 1_500 },
  ],
  patch: "--- a/spec.yaml\n+++ b/spec.yaml\n-a: |\n+b: |\n\n",
};
/** One that is right. */
const right: Report = {
  ...differing,
  exit: { status: 0, reason: "All answers are as the spec says." },
  gaps: [],
  differences: [],
  notes: [],
  assumptions: [],
  calls: [call],
  patch: "",
};
/** One that was not there. */
const away: Report = { ...right, exit: { status: 2, reason: "Nothing answered." }, gaps: ["listThings: no answer."] };

test("a report for a terminal", () => {
  expect(renderText(differing)).toMatchInlineSnapshot(`
    "The gateway differs from the spec in 1 way.

    What could not be checked

    - giveToken, with a wrong password: the connection failed.

    Where the gateway differs from the spec

    - listThings, with a fresh token: the body lacks the field \`a|b\`.

    The spec as it would be right (--record writes it)

    --- a/spec.yaml
    +++ b/spec.yaml
    -a: |
    +b: |

    Worth knowing

    - A note of more than one line, of which one has
      a-word-that-is-longer-than-a-line-of-a-terminal-and-that-somebody-may-want-to-copy-as-it-is
      in it, and goes on.
    - Bell  & <tag>.

    Assumptions

    confirmed    a
                 One.
    contradicted b
                 Two <lines>.
                 ! No.
                 ! Nor this.
    not seen     c
                 Three.

    Calls

    ! listThings, with a fresh token: 200, expected 200, 12 ms
    ! listThings, with an old token: 200, expected 200, 12 ms
    ? giveToken, with a wrong password: no answer, expected 401, 12 ms
    ? giveToken, once more: 503, expected 200, 12 ms
      giveToken, at last: 200, expected 200, 1500 ms

    Of the spec's 3 unconfirmed assumptions, 1 confirmed, 1 contradicted, 1 not
    seen.
    Gateway https://gateway.example, 2026-01-02, spec 1.2.3 (0123456789ab), 5 calls.
    "
  `);
  expect(renderText(right)).toMatchInlineSnapshot(`
    "All answers are as the spec says.

    Calls

      listThings, with a fresh token: 200, expected 200, 12 ms

    Of the spec's 0 unconfirmed assumptions, 0 confirmed, 0 contradicted, 0 not
    seen.
    Gateway https://gateway.example, 2026-01-02, spec 1.2.3 (0123456789ab), 1 calls.
    "
  `);
  expect(renderText(away)).toMatchInlineSnapshot(`
    "It could not check. Nothing answered.

    What could not be checked

    - listThings: no answer.

    Calls

      listThings, with a fresh token: 200, expected 200, 12 ms

    Of the spec's 0 unconfirmed assumptions, 0 confirmed, 0 contradicted, 0 not
    seen.
    Gateway https://gateway.example, 2026-01-02, spec 1.2.3 (0123456789ab), 1 calls.
    "
  `);
});

test("a report for an issue", () => {
  expect(renderMarkdown(differing)).toMatchInlineSnapshot(`
    "# Live check of the M800 Phone Number API

    The gateway differs from the spec in 1 way.

    Gateway https://gateway.example, 2026-01-02, against spec 1.2.3 (0123456789ab): 5 calls.

    **Of the spec's 3 unconfirmed assumptions, 1 confirmed, 1 contradicted, 1 not seen.**

    ## Where the gateway differs from the spec

    - listThings, with a fresh token: the body lacks the field \`a|b\`.

    ## The spec as it would be right

    \`\`\`diff
    --- a/spec.yaml
    +++ b/spec.yaml
    -a: |
    +b: |
    \`\`\`

    ## What could not be checked

    - giveToken, with a wrong password: the connection failed.

    ## Worth knowing

    - A note of more than one line, of which one has a-word-that-is-longer-than-a-line-of-a-terminal-and-that-somebody-may-want-to-copy-as-it-is in it, and goes on.
    - Bell  & <tag>.

    ## Assumptions

    | verdict | where | what is assumed | what speaks against it |
    | --- | --- | --- | --- |
    | confirmed | \`a\` | One. |  |
    | contradicted | \`b\` | Two <lines>. | No.; Nor this. |
    | not seen | \`c\` | Three. |  |

    ## Calls

    | operation | with | expected | status | media type | ms |
    | --- | --- | --- | --- | --- | --- |
    | listThings | with a fresh token | 200 | 200 | application/json | 12 |
    | listThings | with an old token | 200 | 200 | application/json | 12 |
    | giveToken | with a wrong password | 401 | no answer |  | 12 |
    | giveToken | once more | 200 | 503 | application/json | 12 |
    | giveToken | at last | 200 | 200 | application/json | 1500 |
    "
  `);
  expect(renderMarkdown(right)).toMatchInlineSnapshot(`
    "# Live check of the M800 Phone Number API

    All answers are as the spec says.

    Gateway https://gateway.example, 2026-01-02, against spec 1.2.3 (0123456789ab): 1 calls.

    **Of the spec's 0 unconfirmed assumptions, 0 confirmed, 0 contradicted, 0 not seen.**

    ## Where the gateway differs from the spec

    Nowhere, as far as was seen.

    ## Worth knowing

    Nothing.

    ## Assumptions

    | verdict | where | what is assumed | what speaks against it |
    | --- | --- | --- | --- |

    ## Calls

    | operation | with | expected | status | media type | ms |
    | --- | --- | --- | --- | --- | --- |
    | listThings | with a fresh token | 200 | 200 | application/json | 12 |
    "
  `);
  expect(renderMarkdown(away)).toMatchInlineSnapshot(`
    "# Live check of the M800 Phone Number API

    **It could not check. Nothing answered.**

    - listThings: no answer.

    Gateway https://gateway.example, 2026-01-02, against spec 1.2.3 (0123456789ab): 1 calls.

    **Of the spec's 0 unconfirmed assumptions, 0 confirmed, 0 contradicted, 0 not seen.**

    ## Where the gateway differs from the spec

    Nowhere, as far as was seen.

    ## Worth knowing

    Nothing.

    ## Assumptions

    | verdict | where | what is assumed | what speaks against it |
    | --- | --- | --- | --- |

    ## Calls

    | operation | with | expected | status | media type | ms |
    | --- | --- | --- | --- | --- | --- |
    | listThings | with a fresh token | 200 | 200 | application/json | 12 |
    "
  `);
});

test("a report for a CI", () => {
  expect(renderJunit(differing)).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="UTF-8"?>
    <testsuites>
      <testsuite name="live check" timestamp="2026-01-02T00:00:00" tests="9" failures="2" errors="2" skipped="1">
        <properties>
          <property name="gateway" value="https://gateway.example"/>
          <property name="exit status" value="1"/>
          <property name="exit reason" value="The gateway differs from the spec in 1 way."/>
        </properties>
        <testcase classname="call.listThings" name="with a fresh token: 200, expected 200" time="0.012">
          <failure type="difference" message="the body lacks the field \`a|b\`">#/components/schemas/Thing
    #/paths/~1things</failure>
        </testcase>
        <testcase classname="call.listThings" name="with an old token: 200, expected 200" time="0.012"/>
        <testcase classname="call.giveToken" name="with a wrong password: no answer, expected 401" time="0.012">
          <error type="not served" message="no answer"/>
        </testcase>
        <testcase classname="call.giveToken" name="once more: 503, expected 200" time="0.012">
          <error type="not served" message="The answer is 503."/>
        </testcase>
        <testcase classname="call.giveToken" name="at last: 200, expected 200" time="1.5"/>
        <testcase classname="assumption" name="a: One."/>
        <testcase classname="assumption" name="b: Two &lt;lines&gt;.">
          <failure type="contradicted" message="No.; Nor this.">#/b</failure>
        </testcase>
        <testcase classname="assumption" name="c: Three.">
          <skipped message="not seen"/>
        </testcase>
        <testcase classname="check" name="everything could be checked"/>
        <system-out>A note of more than one line, of which one has a-word-that-is-longer-than-a-line-of-a-terminal-and-that-somebody-may-want-to-copy-as-it-is in it, and goes on.
    Bell � &amp; &lt;tag&gt;.
    --- a/spec.yaml
    +++ b/spec.yaml
    -a: |
    +b: |

    </system-out>
      </testsuite>
    </testsuites>
    "
  `);
  expect(renderJunit(right)).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="UTF-8"?>
    <testsuites>
      <testsuite name="live check" timestamp="2026-01-02T00:00:00" tests="2" failures="0" errors="0" skipped="0">
        <properties>
          <property name="gateway" value="https://gateway.example"/>
          <property name="exit status" value="0"/>
          <property name="exit reason" value="All answers are as the spec says."/>
        </properties>
        <testcase classname="call.listThings" name="with a fresh token: 200, expected 200" time="0.012"/>
        <testcase classname="check" name="everything could be checked"/>
        <system-out/>
      </testsuite>
    </testsuites>
    "
  `);
  expect(renderJunit(away)).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="UTF-8"?>
    <testsuites>
      <testsuite name="live check" timestamp="2026-01-02T00:00:00" tests="2" failures="0" errors="1" skipped="0">
        <properties>
          <property name="gateway" value="https://gateway.example"/>
          <property name="exit status" value="2"/>
          <property name="exit reason" value="Nothing answered."/>
        </properties>
        <testcase classname="call.listThings" name="with a fresh token: 200, expected 200" time="0.012"/>
        <testcase classname="check" name="everything could be checked">
          <error type="not checked" message="Nothing answered.">listThings: no answer.</error>
        </testcase>
        <system-out/>
      </testsuite>
    </testsuites>
    "
  `);
});

test("keeps what stands in several lines where one is asked for", () => {
  const odd = { ...right, calls: [{ ...call, purpose: 'two\nlines | "quoted"' }] };
  expect(renderMarkdown(odd)).toContain('\n| listThings | two lines \\| "quoted" | 200 |');
  expect(renderJunit(odd)).toContain(' name="two&#10;lines | &quot;quoted&quot;: 200, expected 200" ');
});
