/** Operations that cannot be called, answered or judged by their description alone: by file, in order. */
export const KNOWN_FAILURES: Readonly<Record<string, readonly string[]>> = {
  // Sounds that are described as lists of bytes, which only JSON can write.
  "api/callfire.com.json": [
    "getCallRecordingMp3ByName",
    "getCampaignSoundDataMp3",
    "getCampaignSoundDataWav",
    "getMediaData",
    "getMediaDataBinary",
    "getMediaDataByKey",
  ],
  // A query behind the path whose names are parameters themselves.
  "api/clicksend.com.json": ["Search Dedicated Numbers by Country"],
  // A schema's `type` is an object.
  "api/codat.io/accounting.json": ["create-item", "get-item", "list-items"],
  // The independent validator takes no pattern that Unicode's mode refuses.
  "api/digitalocean.com.json": ["tags_create", "tags_list"],
  // An answer in a type of its own, which is described by words only.
  "api/docker.com/engine.json": ["Session"],
  // A number in plain text, which the independent validator takes for a string.
  "api/sms77.io.json": ["Balance"],
  // The test sends an empty list, which a form has no way to write.
  "api/stripe.com.json": ["PostBillingPortalConfigurations"],
  // The test sends the parameters' own examples, which do not fit.
  "api/telnyx.com.json": [
    "deleteMdrRequest",
    "deleteRequest",
    "deleteUsageReport",
    "getMdrRequest",
    "getRequest",
    "getUsageReport",
    "getUsageReportSync",
    "getUsageReportSync_1",
  ],
  // Nothing is null and one of a string and a number.
  "api/vercel.com.json": ["get /v1/integrations/search-repo", "getEdgeConfigItem", "getEdgeConfigItems"],
  // One of several objects, of which what fits one fits all; texts that are one of two numbers.
  "api/zoom.us.json": [
    "accountSettings",
    "getAccountLockSettings",
    "getZRAccountSettings",
    "getZRLocationSettings",
    "getZRSettings",
    "userTSP",
    "userTSPDelete",
    "userTSPUpdate",
  ],
};
