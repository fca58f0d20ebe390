import { setupMockServer } from "@m800/phone-number-mock-server/node";
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { mockBackend } from "../demo/mock-backend.ts";
import { App } from "../src/app.tsx";

const server = setupMockServer({ baseUrl: `${location.origin}/gateway` });
const { api } = server;
beforeAll(() => {
  server.listen({ onUnhandledRequest: "error" });
  server.use(mockBackend(api));
});
afterEach(() => {
  cleanup();
  api.reset();
});
afterAll(() => server.close());

test("finds a country and picks it with the keyboard", async () => {
  render(<App />);
  const input = await screen.findByRole("combobox");
  await userEvent.type(input, "852{ArrowDown}{Enter}");
  expect(input).toHaveProperty("value", "Hong Kong");
});

test("goes on unnoticed when the token is revoked in the middle of a session", async () => {
  render(<App />);
  const refresh = await screen.findByRole("button", { name: "Refresh" });
  api.tokens.revokeAll();
  await userEvent.click(refresh);
  await expect.poll(() => api.requests("listCountries").map(({ status }) => status)).toEqual([200, 401, 200]);
  expect(screen.queryByRole("alert")).toBe(null);
});

test("says what went wrong, and tries again when asked to", async () => {
  api.respondWith("listCountries", { status: 500 }, { times: 1 });
  render(<App />);
  expect((await screen.findByRole("alert")).textContent).toContain("Something went wrong.");
  await userEvent.click(screen.getByRole("button", { name: "Try again" }));
  await screen.findByRole("combobox");
});
