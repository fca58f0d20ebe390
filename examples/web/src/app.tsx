import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useState } from "react";
import "./app.css";
import { Countries } from "./countries.tsx";
import { type Api, createApi } from "./create-api.ts";
import { createQueries } from "./create-queries.ts";

/** The whole page. What it calls and caches with may be given from outside, as the demo does. */
export function App(given: { api?: Api; queries?: QueryClient }) {
  const [api] = useState(() => given.api ?? createApi());
  const [queries] = useState(() => given.queries ?? createQueries());
  return (
    <QueryClientProvider client={queries}>
      <main>
        <h1>Choose a country</h1>
        <p>Where should your new phone number be?</p>
        <Countries api={api} />
      </main>
    </QueryClientProvider>
  );
}
