import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useState } from "react";
import "./app.css";
import { Countries } from "./countries.tsx";
import { createApi } from "./create-api.ts";

export function App() {
  const [api] = useState(createApi);
  // The client tries again by itself, and waits as long as `Retry-After` says: a second layer of retries would only add up.
  const [queries] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: false } } }));
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
