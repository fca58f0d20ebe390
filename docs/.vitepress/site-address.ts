const given = process.env.DOCS_URL ?? "https://docs.m800.invalid";
if (!/^https?:$/.test(URL.parse(given)?.protocol ?? "")) {
  throw new Error(
    `DOCS_URL must be the site's whole address, such as https://docs.example/phone-number, not "${given}".`,
  );
}

/** Where the site will be served: below a path, where a host has several sites. Ends with a slash. Nobody has said so yet. */
export const siteAddress = new URL(new URL(given).pathname.replace(/\/?$/, "/"), given);
