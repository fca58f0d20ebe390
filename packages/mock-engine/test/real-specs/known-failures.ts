/** Operations that cannot be called, answered or judged by their description alone: by file, in order. */
export const KNOWN_FAILURES: Readonly<Record<string, readonly string[]>> = {
  // A schema's `type` is an object.
  "api/codat.io/accounting.json": ["create-item", "get-item", "list-items"],
  // The independent validator takes no pattern that Unicode's mode refuses.
  "api/digitalocean.com.json": ["tags_create", "tags_list"],
  // An answer in a type of its own, which is described by words only.
  "api/docker.com/engine.json": ["Session"],
  // The test sends an empty list, which a form has no way to write.
  "api/stripe.com.json": ["PostBillingPortalConfigurations"],
  // Nothing is null and one of a string and a number.
  "api/vercel.com.json": ["get /v1/integrations/search-repo", "getEdgeConfigItem", "getEdgeConfigItems"],
};
