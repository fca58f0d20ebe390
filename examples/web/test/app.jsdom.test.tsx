import { setupMockServer } from "@m800/phone-number-mock-server/node";
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { App } from "../src/app.tsx";

const server = setupMockServer({ baseUrl: `${location.origin}/gateway`, tokenEndpoint: "/api/token" });
const { api } = server;
beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
afterEach(() => {
  cleanup();
  api.reset();
});
afterAll(() => server.close());

/** Renders the app and waits for its countries. */
async function open() {
  render(<App />);
  return screen.findByRole("combobox", { name: "Country, code or calling code" });
}

test("finds a country", async () => {
  const input = await open();
  await userEvent.type(input, "+852");
  await userEvent.click(screen.getByRole("option", { name: /Hong Kong/ }));
  expect(input).toHaveProperty("value", "Hong Kong");
});

test("says what went wrong, and tries again when asked to", async () => {
  api.respondWith("listCountries", { status: 500 }, { times: 1 });
  render(<App />);
  expect((await screen.findByRole("alert")).textContent).toContain("Something went wrong.");
  await userEvent.click(screen.getByRole("button", { name: "Try again" }));
  await screen.findByRole("combobox");
});

test("goes on unnoticed when the token expires in the middle of a session", async () => {
  await open();
  api.tokens.expireAll();
  await userEvent.click(screen.getByRole("button", { name: "Refresh" }));
  await waitFor(() => expect(api.requests("listCountries").map(({ status }) => status)).toEqual([200, 401, 200]));
  await screen.findByRole("combobox");
  expect(screen.queryByRole("alert")).toBeNull();
});
