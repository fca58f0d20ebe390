"use client";

import { client } from "../../lib/browser-client";

export default function Visitor() {
  return (
    <button type="button" onClick={() => client.GET("/countries")}>
      Load
    </button>
  );
}
