import { expect, test } from "vitest";
import { locator } from "./locate.ts";

const locate = locator(`openapi: 3.1.0
paths:
  /things:
    get:
      operationId: listThings
components:
  schemas:
    Thing: { type: object }
    a b: {}
`);

test.each([
  { subject: "GET /things", want: { line: 5, column: 7 } },
  { subject: "components.schemas.Thing", want: { line: 8, column: 12 } },
  { subject: "components", want: { line: 7, column: 3 } },
  { subject: "POST /things", want: undefined },
  { subject: "components.schemas.Other", want: undefined },
  { subject: "", want: undefined },
])("'$subject' stands at $want", ({ subject, want }) => {
  expect(locate(subject)).toEqual(want);
});
