import { setupMockWorker } from "@m800/phone-number-mock-server/browser";
import axe from "axe-core";
import { afterAll, afterEach, expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { App } from "../src/app.tsx";

const worker = setupMockWorker({ baseUrl: `${location.origin}/gateway`, tokenEndpoint: "/api/token" });
const { api } = worker;
await worker.start({ quiet: true });
afterEach(() => api.reset());
afterAll(() => worker.stop());

/** Renders the app and waits for its countries. */
async function open() {
  const page = await render(<App />);
  const input = page.getByRole("combobox", { name: "Country, code or calling code" });
  await expect.element(input).toBeVisible();
  return { ...page, input, options: page.getByRole("option"), refresh: page.getByRole("button", { name: "Refresh" }) };
}

async function violations() {
  const { violations } = await axe.run(document.body);
  return violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]);
}

test.for([
  { given: "a part of the name", search: "ong kon" },
  { given: "the code", search: "hkg" },
  { given: "the calling code", search: "+852" },
])("finds a country by $given", async ({ search }) => {
  const { input, options, getByText } = await open();
  await input.fill(search);
  await expect.element(options).toMatchTextContent(/Hong Kong/);
  await userEvent.keyboard("{ArrowDown}{Enter}");
  await expect.element(input).toHaveValue("Hong Kong");
  await expect.element(getByText("Numbers in Hong Kong start with +852.")).toBeVisible();
});

test("tells a screen reader and the eye when nothing matches", async () => {
  const { input, getByText } = await open();
  await input.fill("Atlantis");
  await expect.element(getByText("No country matches “Atlantis”.")).toBeVisible();
  expect(await violations()).toEqual([]);
});

test("has no accessibility problems with its list open", async () => {
  const { input, options } = await open();
  await input.click();
  expect(options.elements().length).toBeGreaterThan(5);
  expect(await violations()).toEqual([]);
});

test("keeps the focus on the button that was pressed, whatever comes of it", async () => {
  api.respondWith("listCountries", { status: 500 }, { times: 2 });
  const { getByRole } = await render(<App />);
  const button = getByRole("button", { name: "Try again" });
  await button.click();
  await expect.poll(() => api.requests("listCountries")).toHaveLength(2);
  await expect.element(button).toHaveFocus();
  // The mock has answered, which the page may not know yet: until then it takes no press.
  await expect.element(button).toHaveAttribute("aria-disabled", "false");
  await userEvent.keyboard("{Enter}");
  await expect.element(getByRole("button", { name: "Refresh" })).toHaveFocus();
});

test("says that an account has no countries", async () => {
  api.respondWith("listCountries", { status: 200, body: { countries: [] } });
  const { getByText } = await render(<App />);
  await expect.element(getByText("Your account has no countries yet.")).toBeVisible();
  expect(await violations()).toEqual([]);
});

test("waits as long as the API asks, and then shows the list", async () => {
  api.respondWith("listCountries", { status: 503, headers: { "Retry-After": "1" } }, { times: 1 });
  await open();
  expect(api.requests("listCountries").map(({ status }) => status)).toEqual([503, 200]);
});

test("says what went wrong, and tries again when asked to", async () => {
  api.respondWith("listCountries", { status: 500 }, { times: 1 });
  const { getByRole } = await render(<App />);
  await expect.element(getByRole("alert")).toMatchTextContent("Something went wrong.");
  expect(await violations()).toEqual([]);
  await getByRole("button", { name: "Try again" }).click();
  await expect.element(getByRole("combobox")).toBeVisible();
});

test.for([
  { given: "expires", endToken: () => api.tokens.expireAll() },
  { given: "is revoked", endToken: () => api.tokens.revokeAll() },
])("goes on unnoticed when the token $given in the middle of a session", async ({ endToken }) => {
  const { refresh, getByRole } = await open();
  endToken();
  await refresh.click();
  await expect.poll(() => api.requests("listCountries").map(({ status }) => status)).toEqual([200, 401, 200]);
  await expect.element(getByRole("combobox")).toBeVisible();
  expect(getByRole("alert").elements()).toEqual([]);
  expect(api.tokens.issued()).toHaveLength(2);
});

test("keeps the list and says so when it cannot be refreshed", async () => {
  const { refresh, input, getByText } = await open();
  api.faults.add({ kind: "status", status: 500, operation: "listCountries" });
  await refresh.click();
  await expect.element(getByText("The list could not be refreshed: it may be out of date.")).toBeVisible();
  await expect.element(input).toBeVisible();
});

test("shows names of any length and direction", async () => {
  const countries = [
    { code: "SAU", name: "المملكة العربية السعودية", prefix: "966" },
    { code: "GBR", name: "The United Kingdom of Great Britain and Northern Ireland ".repeat(4), prefix: "44" },
  ];
  api.respondWith("listCountries", { status: 200, body: { countries } });
  const { input, options } = await open();
  await input.click();
  await expect.element(options.first()).toBeVisible();
  for (const option of options.elements()) expect(option.scrollWidth).toBeLessThanOrEqual(option.clientWidth);
  expect(await violations()).toEqual([]);
});
