import { useState } from "react";
import { CountryPicker } from "./country-picker.tsx";
import type { Api } from "./create-api.ts";
import { wordsFor } from "./words-for.ts";

/** Loads the countries, and shows whatever comes of it. */
export function Countries({ api }: { api: Api }) {
  const { data, error, errorUpdateCount, isPaused, isFetching, refetch } = api.useQuery("get", "/countries");
  const [chosen, setChosen] = useState<string | null>(null);
  const isEmpty = data?.countries.length === 0;
  const isLoading = !data && (isFetching || !error) && !isPaused;
  const label = isEmpty ? "Look again" : data ? "Refresh" : "Try again";
  return (
    <>
      {isLoading && (
        <div role="status" className="loading">
          Loading the countries …<p className="slow">This takes longer than usual.</p>
        </div>
      )}
      {isPaused && !data && <p role="status">You are offline. The countries come as soon as you are back.</p>}
      {error && !data && !isFetching && (
        <div role="alert">
          <strong>The countries cannot be shown.</strong>
          <p>{wordsFor(error)}</p>
        </div>
      )}
      {isEmpty && <p role="status">Your account has no countries yet.</p>}
      {data && !isEmpty && (
        <CountryPicker countries={data.countries} value={chosen} onChange={setChosen} name="country" />
      )}
      {/* The same button in all states, so that it keeps the focus. */}
      {(data || errorUpdateCount > 0) && (
        <button type="button" aria-disabled={isFetching} onClick={() => isFetching || refetch()}>
          {label}
        </button>
      )}
      {data && (
        <p role="status" className="note">
          {isPaused && "You are offline: this list may be out of date."}
          {error && !isFetching && (
            <>
              <span>The list could not be refreshed: it may be out of date.</span> {wordsFor(error)}
            </>
          )}
        </p>
      )}
    </>
  );
}
