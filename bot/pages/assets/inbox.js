// The team's page: the member's leads, the chat of one of them, and his own chat with the bot.
// Whatever he does is said or pressed in his own chat; the rest is only looked at.

import { Chat } from "./chat.js";
import { clock, dayOf, timeOf } from "./clock.js";
import { Refused, request } from "./conversation.js";
import { lang, words } from "./words.js";

const TOKEN = "duyen.inbox";
const UNSENT = "duyen.unsent.team"; // as conversation.js keeps what has not gone out yet
const LOOK_EVERY = 5_000;
// A code is taken up in the chat, a moment after the session begins.
const JOIN_TRIES = 20;
const JOIN_PAUSE = 300;
const NEAR_THE_END = 80;

const find = (id) => document.getElementById(id);
const chat = new Chat(document.querySelector("[data-chat]"));
const state = { token: null, leaving: false, chip: "all", page: 0, words: "", lead: 0, drawn: {} };

// --- who looks ---------------------------------------------------------------------------

const handed = new URLSearchParams(location.hash.slice(1));
history.replaceState(null, "", location.pathname + location.search);

async function begin() {
  const code = handed.get("start") ?? "";
  const token = code ? await opened(code) : (handed.get("token") ?? recall());
  if (!token) return askForCode(words.inbox[handed.get("told")] ?? "");
  try {
    const me = await joined(token, code ? JOIN_TRIES : 1);
    enter(token, me);
  } catch (error) {
    if (!(error instanceof Refused)) return setTimeout(begin, LOOK_EVERY);
    const isCode = code || handed.get("token");
    forget();
    askForCode(isCode ? words.inbox.not_taken : words.inbox.ended);
  }
}

// A new session whose first word is the code.
async function opened(code) {
  handed.delete("start");
  try {
    const answer = await request("/chat/sessions", { campaign: code, lang });
    return (await answer.json()).token;
  } catch {
    return null;
  }
}

async function joined(token, tries) {
  for (let left = tries; ; left -= 1) {
    try {
      return await ask("/team/me", token);
    } catch (error) {
      if (error.status !== 403 || left <= 1) throw error;
      await new Promise((end) => setTimeout(end, JOIN_PAUSE));
    }
  }
}

function askForCode(told = "") {
  find("desk").hidden = true;
  find("sign-in").hidden = false;
  find("sign-in-state").textContent = told;
  find("code").focus();
}

find("sign-in").addEventListener("submit", async (event) => {
  event.preventDefault();
  const code = find("code").value.trim().split("join_").at(-1);
  handed.set("start", `join_${code}`);
  find("code").value = "";
  find("sign-in").hidden = true;
  await begin();
});

function enter(token, me) {
  state.token = token;
  keep(token);
  find("sign-in").hidden = true;
  find("desk").hidden = false;
  find("me").textContent = me.name;
  find("leave").hidden = false;
  find("leave").addEventListener("click", () => leave(me));
  chat.open(token, lang);
  look();
  setInterval(look, LOOK_EVERY);
}

chat.addEventListener("lost", ({ detail }) => {
  if (detail.status === 401 || detail.status === 403) signOut("ended");
});
let soon = 0;
chat.addEventListener("line", () => {
  clearTimeout(soon);
  soon = setTimeout(look, 200);
});

// On a computer that others use, too: nothing of it is left in this browser.
async function leave(me) {
  if (!me.elsewhere && !confirm(words.inbox.leave_only)) return;
  // The line may hear of the end before the answer is here: it is the end that was asked for.
  state.leaving = true;
  try {
    await request("/team/leave", {}, { headers: { Authorization: `Bearer ${state.token}` } });
  } catch (error) {
    if (!(error instanceof Refused)) {
      state.leaving = false;
      return chat.tellConnection(false);
    }
  }
  signOut("left");
}

function signOut(told) {
  forget();
  location.hash = `told=${state.leaving ? "left" : told}`;
  location.reload();
}

async function ask(path, token = state.token) {
  return (await request(path, undefined, { headers: { Authorization: `Bearer ${token}` } })).json();
}

// --- looking -----------------------------------------------------------------------------

let looking = null;
// One look at a time; what is asked meanwhile is looked at after it.
function look() {
  if (document.hidden || !state.token) return Promise.resolve();
  looking ??= Promise.all([lookAtRows(), lookAtLead()])
    .catch((error) => (error.status === 401 || error.status === 403) && signOut("ended"))
    .finally(() => (looking = null));
  return looking;
}
document.addEventListener("visibilitychange", look);

async function lookAgain() {
  await looking;
  return look();
}

async function lookAtRows() {
  const asked = new URLSearchParams({ chip: state.chip, page: state.page, words: state.words });
  const found = await ask(`/team/leads?${asked}`);
  if (!isNews("rows", found)) return;
  const focused = document.activeElement?.dataset?.lead;
  find("rows").replaceChildren(...found.leads.map(row));
  find("no-rows").hidden = found.leads.length > 0;
  find("less").hidden = state.page === 0;
  find("more").hidden = !found.more;
  markOpen();
  if (focused) document.querySelector(`[data-lead="${focused}"]`)?.focus();
}

function isNews(what, found) {
  const drawn = JSON.stringify(found);
  if (state.drawn[what] === drawn) return false;
  state.drawn[what] = drawn;
  return true;
}

function row(lead) {
  const item = document.createElement("li");
  const open = made("button", `row is-${lead.temperature}`);
  open.type = "button";
  open.dataset.lead = lead.id;
  const head = made("span", "row-head");
  const heat = words.inbox.temperature[lead.temperature];
  head.append(made("strong", "", `#${lead.id} ${lead.name}`), made("span", "points", `${heat} ${lead.points}`));
  const note = [lead.stage, lead.rep || words.inbox.pool].join(" · ");
  open.append(head);
  if (lead.said) open.append(made("span", "row-said", lead.said));
  open.append(made("span", "row-note", note));
  if (lead.at) open.append(made("time", "row-time", when(lead.at)));
  if (lead.waits) open.append(made("span", "waits", words.inbox.waits));
  open.addEventListener("click", () => openLead(lead.id));
  item.append(open);
  return item;
}

function when(at) {
  const then = new Date(at);
  return dayOf(then) === dayOf(clock.now()) ? timeOf(then) : dayOf(then);
}

function markOpen() {
  for (const one of document.querySelectorAll("[data-lead]")) {
    if (Number(one.dataset.lead) === state.lead) one.setAttribute("aria-current", "true");
    else one.removeAttribute("aria-current");
  }
}

async function openLead(id) {
  state.lead = id;
  state.drawn.lead = "";
  markOpen();
  view("lead");
  await lookAgain();
  find("lead-title").focus({ preventScroll: true });
}

async function lookAtLead() {
  const id = state.lead;
  if (!id) return;
  let lead = null;
  try {
    lead = await ask(`/team/leads/${id}`);
  } catch (error) {
    if (error.status !== 404) throw error;
  }
  if (id !== state.lead) return;
  find("opened").hidden = lead === null;
  find("no-lead").hidden = lead !== null;
  if (lead !== null && isNews("lead", lead)) draw(lead);
}

function draw(lead) {
  find("lead-title").textContent = lead.title;
  find("speaks").textContent = lead.speaks ? words.inbox.speaks.replace("{name}", lead.speaks) : words.inbox.bot_speaks;
  find("facts").replaceChildren(...lead.facts.filter(Boolean).map((fact) => made("li", "", fact)));
  find("acts").replaceChildren(...lead.acts.map(acts));
  find("write").hidden = !lead.may_write;
  find("closed").hidden = lead.may_write;
  const said = find("said");
  const isOther = said.dataset.of !== String(lead.id);
  const wasAtEnd = isOther || said.scrollHeight - said.scrollTop - said.clientHeight < NEAR_THE_END;
  said.dataset.of = lead.id;
  said.replaceChildren(...lines(lead.chat));
  if (wasAtEnd) said.scrollTop = said.scrollHeight;
}

function acts(buttons) {
  const group = made("div", "choice-row");
  for (const { label, data, style } of buttons) {
    const button = made("button", `choice is-${style}`, label);
    button.type = "button";
    button.addEventListener("click", () => {
      chat.tap(data);
      // The question that it asks, or the line that it leaves, stands there.
      view("own");
      setTimeout(lookAgain, JOIN_PAUSE);
    });
    group.append(button);
  }
  return group;
}

function lines(spoken) {
  let day = "";
  return spoken.flatMap((line) => {
    const at = new Date(line.at);
    const bubble = made("div", line.outgoing ? "bubble is-mine" : "bubble");
    if (line.outgoing) bubble.append(made("span", "bubble-who", line.who || words.inbox.bot));
    bubble.append(made("p", "bubble-text", line.text), made("time", "bubble-time", timeOf(at)));
    const begins = dayOf(at) === day ? [] : [made("p", "day", dayOf(at))];
    day = dayOf(at);
    return [...begins, bubble];
  });
}

// --- what he does ------------------------------------------------------------------------

find("write").addEventListener("submit", (event) => {
  event.preventDefault();
  const text = find("words-to-lead").value.trim();
  if (!text || !state.lead) return;
  find("words-to-lead").value = "";
  chat.say(`#${state.lead} ${text}`).then(() => setTimeout(lookAgain, JOIN_PAUSE));
});
find("words-to-lead").addEventListener("keydown", (event) => {
  // While a Vietnamese letter is being composed, Enter belongs to the input method.
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  find("write").requestSubmit();
});

for (const chip of document.querySelectorAll("[data-chip]")) {
  chip.addEventListener("click", () => turnTo({ chip: chip.dataset.chip, page: 0 }));
}
find("less").addEventListener("click", () => turnTo({ page: state.page - 1 }));
find("more").addEventListener("click", () => turnTo({ page: state.page + 1 }));
let typed = 0;
find("find").addEventListener("input", () => {
  clearTimeout(typed);
  typed = setTimeout(() => turnTo({ words: find("find").value.trim(), page: 0 }), 250);
});

function turnTo(wanted) {
  Object.assign(state, wanted);
  for (const chip of document.querySelectorAll("[data-chip]")) {
    chip.setAttribute("aria-pressed", chip.dataset.chip === state.chip);
  }
  return lookAgain();
}

function view(name) {
  find("desk").dataset.view = name;
  for (const one of document.querySelectorAll(".views [data-view]")) {
    one.setAttribute("aria-pressed", one.dataset.view === name);
  }
}
for (const one of document.querySelectorAll(".views [data-view]")) {
  one.addEventListener("click", () => view(one.dataset.view));
}

// --- small things ------------------------------------------------------------------------

function made(tag, className, text = "") {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

function recall() {
  try {
    return localStorage.getItem(TOKEN);
  } catch {
    return null;
  }
}
function keep(token) {
  try {
    localStorage.setItem(TOKEN, token);
  } catch {
    // A browser that keeps nothing is asked for a code next time.
  }
}
function forget() {
  try {
    localStorage.removeItem(TOKEN);
    localStorage.removeItem(UNSENT);
  } catch {
    // Nothing was kept.
  }
}

begin();
