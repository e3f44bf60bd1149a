// The time as this page shows it; the demo's clock may be ahead of the browser's.

import { lang } from "./words.js";

export const clock = {
  ahead: 0,
  now: () => new Date(Date.now() + clock.ahead),
  set: (now) => (clock.ahead = new Date(now) - Date.now()),
};

// Without a zone of its own a page shows the visitor's.
const timeZone = document.documentElement.dataset.zone || undefined;
const face = new Intl.DateTimeFormat(lang, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone });
const calendar = new Intl.DateTimeFormat(lang, { weekday: "long", day: "numeric", month: "numeric", timeZone });

export const timeOf = (at) => face.format(at);
export const dayOf = (at) => {
  const day = calendar.format(at);
  return day[0].toUpperCase() + day.slice(1);
};
