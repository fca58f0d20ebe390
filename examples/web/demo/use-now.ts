import { useEffect, useState } from "react";

/** The time, a few times a second; once a second for people who want less motion. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const periodMs = matchMedia("(prefers-reduced-motion: reduce)").matches ? 1_000 : 200;
    const timer = setInterval(() => setNow(Date.now()), periodMs);
    return () => clearInterval(timer);
  }, []);
  return now;
}
