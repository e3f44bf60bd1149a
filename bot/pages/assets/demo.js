// The demo page: three people side by side, a clock to wind, and what just happened.

import { Chat } from "./chat.js";
import { clock, timeOf, dayOf } from "./clock.js";
import { request } from "./conversation.js";
import { answer, play } from "./play.js";
import { openFile } from "./demo-file.js";
import { lang } from "./words.js";

const LOOK_EVERY = 2_000;
const STAGE_EVERY = 300;
const GLOW = 2_400;
const KEPT_HAPPENINGS = 80;

const one = (selector) => document.querySelector(selector);
const all = (selector) => [...document.querySelectorAll(selector)];
const read = async (path) => (await request(path)).json();
const ask = async (path, body = {}) => (await request(path, body)).json();

const chats = Object.fromEntries(
  all("[data-chat]").map((root) => [root.dataset.chat, new Chat(root)]),
);

// --- the three chats

async function openAll() {
  const { sessions, now, greeted } = await stageSet();
  setClock(now);
  await request("/demo/language", { lang });
  chats.prospect.addEventListener("open", () => greeted !== lang && greetAgain(), { once: true });
  for (const [name, token] of Object.entries(sessions)) chats[name]?.open(token, lang);
  // The team's page, as the one whose pane it is.
  for (const link of all("[data-inbox]")) link.href = `/inbox?lang=${lang}#token=${sessions[link.dataset.inbox]}`;
}

for (const [name, chat] of Object.entries(chats)) {
  chat.addEventListener("line", () => (glow(name), lookSoon()));
  // The demo was started anew: its people have new sessions.
  chat.addEventListener("lost", () => setTimeout(() => location.reload(), LOOK_EVERY));
}

function glow(name) {
  const pane = document.getElementById(name);
  pane.classList.add("is-fresh");
  setTimeout(() => pane.classList.remove("is-fresh"), GLOW);
  if (one(".phones").dataset.view !== name) setBadge(name, badgeOf(name) + 1);
}

// Somebody who has said nothing yet is greeted in the language of the page.
function greetAgain() {
  if (!one("#prospect .bubble.is-mine, #prospect .choice.is-chosen")) newProspect();
}

async function newProspect(persona = "") {
  const { token, lang: speaks } = await ask("/demo/prospects", { lang, persona });
  const opened = new Promise((resolve) =>
    chats.prospect.addEventListener("open", resolve, { once: true }),
  );
  chats.prospect.open(token, speaks);
  await opened;
}

// --- one screen at a time where there is no room for three

const tab = (name) => one(`.tabs [data-view=${name}]`);
const badgeOf = (name) => Number(tab(name).querySelector(".badge-count").textContent);

function setBadge(name, count) {
  tab(name).querySelector(".badge-count").textContent = count || "";
  tab(name).querySelector(".badge").hidden = !count;
}

function view(name) {
  one(".phones").dataset.view = name;
  for (const button of all(".tabs button")) button.setAttribute("aria-pressed", button.dataset.view === name);
  setBadge(name, 0);
  chats[name].scrollToEnd("instant");
}

for (const button of all(".tabs button")) button.addEventListener("click", () => view(button.dataset.view));

// --- sample prospects

let playing = new AbortController();

async function watch() {
  stop();
  const { signal } = (playing = new AbortController());
  const chosen = one("#persona").selectedOptions[0];
  mark(true);
  view("prospect");
  await newProspect(chosen.value);
  // The greeting may have come before the page looked.
  if (!chats.prospect.bubbles.size) await answer(chats.prospect, signal);
  await play(chats.prospect, () => ask("/demo/acts"), signal);
  if (!signal.aborted) mark(false);
}

function stop() {
  playing.abort();
  mark(false);
}

function mark(isPlaying) {
  one("#stop").hidden = !isPlaying;
}

one("#play").addEventListener("click", watch);
one("#stop").addEventListener("click", stop);
one("#reset").addEventListener("click", async () => {
  stop();
  view("prospect");
  await newProspect();
  chats.prospect.text.focus();
});

// --- the clock

function setClock(now) {
  clock.set(now);
  showClock();
}

function showClock() {
  const now = clock.now();
  one("#now").textContent = `${dayOf(now)} · ${timeOf(now)}`;
  one("#now").dateTime = now.toISOString();
}

for (const button of all("[data-wind]")) {
  button.addEventListener("click", async () => {
    button.disabled = true;
    try {
      setClock((await ask("/demo/clock", { minutes: Number(button.dataset.wind) })).now);
      await look();
    } finally {
      button.disabled = false;
    }
  });
}
setInterval(showClock, 1_000);

// --- what just happened

let newest = 0;
let looking = false;

async function look() {
  if (looking || document.hidden) return;
  looking = true;
  try {
    const { happenings, now } = await read(`/demo/happenings?after=${newest}&lang=${lang}`);
    setClock(now);
    for (const happening of happenings) tell(happening);
  } catch {
    // The server is away; the chats say so.
  } finally {
    looking = false;
  }
}

function tell({ id, at, text }) {
  newest = Math.max(newest, id);
  const row = document.createElement("li");
  const time = document.createElement("time");
  time.dateTime = at;
  time.textContent = timeOf(new Date(at));
  const said = document.createElement("span");
  said.textContent = text;
  row.append(time, said);
  one("#happenings").prepend(row);
  one("#nothing").hidden = true;
  while (one("#happenings").children.length > KEPT_HAPPENINGS) one("#happenings").lastChild.remove();
}

let soon = 0;
function lookSoon() {
  clearTimeout(soon);
  soon = setTimeout(look, 250);
}
setInterval(look, LOOK_EVERY);

// --- light and dark

one("#theme").addEventListener("click", () => {
  const root = document.documentElement;
  const shown = root.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  root.dataset.theme = shown === "dark" ? "light" : "dark";
  try {
    localStorage.setItem("duyen.theme", root.dataset.theme);
  } catch {
    // A browser that keeps nothing forgets it with the page.
  }
});

// The server may still be starting, or seating its people.
async function stageSet() {
  for (;;) {
    const state = await read("/demo/state").catch(() => null);
    if (state && Object.keys(chats).every((name) => state.sessions[name])) return state;
    await new Promise((resolve) => setTimeout(resolve, STAGE_EVERY));
  }
}

openFile(ask, read);
await openAll();
await look();
