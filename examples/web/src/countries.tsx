import { CredentialsRejectedError } from "@m800/phone-number-auth";
import { CountryPicker } from "./country-picker.tsx";
import type { Api } from "./create-api.ts";

/** Loads the countries, and shows whatever comes of it. */
export function Countries({ api }: { api: Api }) {
  const { data, error, isPaused, isFetching, refetch } = api.useQuery("get", "/countries");
  const refresh = (label: string) => (
    <button type="button" aria-disabled={isFetching} onClick={() => isFetching || refetch()}>
      {label}
    </button>
  );
  if (isPaused && !data) return <p role="status">You are offline. The countries come as soon as you are back.</p>;
  if (data?.countries.length === 0) {
    return (
      <>
        <p role="status">Your account has no countries yet.</p>
        {refresh("Look again")}
      </>
    );
  }
  if (data) {
    return (
      <>
        <CountryPicker countries={data.countries} />
        {refresh("Refresh")}
        <p role="status" className="note">
          {isPaused && "You are offline: this list may be out of date."}
          {error && !isFetching && "The list could not be refreshed: it may be out of date."}
        </p>
      </>
    );
  }
  if (error && !isFetching) {
    return (
      <>
        <div role="alert">
          <strong>The countries cannot be shown.</strong>
          <p>{messageOf(error)}</p>
        </div>
        {refresh("Try again")}
      </>
    );
  }
  return (
    <div role="status" className="loading">
      Loading the countries …<p className="slow">This takes longer than usual.</p>
    </div>
  );
}

function messageOf(error: { message: string }): string {
  return error instanceof CredentialsRejectedError ? "You are signed out. Reload the page to sign in." : error.message;
}
