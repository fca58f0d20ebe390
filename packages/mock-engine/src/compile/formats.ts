import { fullFormats } from "ajv-formats/dist/formats.js";

/** The formats of JSON Schema and OpenAPI, with integers of 64 bits held to their range. */
export const formats: typeof fullFormats = {
  ...fullFormats,
  int64: {
    type: "number",
    // As near as JavaScript's numbers come to it.
    validate: (value: number) => Number.isInteger(value) && value >= -(2 ** 63) && value <= 2 ** 63,
  },
};
