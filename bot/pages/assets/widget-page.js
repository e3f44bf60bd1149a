// The page inside the bubble: keeps the visitor's session and opens the chat with it.

import { Chat } from "./chat.js";
import { newId, request } from "./conversation.js";
import { lang, words } from "./words.js";

const TOKEN = "duyen.token";
// What the embedding page or a link hands over stands after the hash: no server log sees it.
const handed = new URLSearchParams(location.hash.slice(1));
history.replaceState(null, "", location.pathname + location.search);

const chat = new Chat(document.querySelector("[data-chat]"));
const framed = window.parent !== window;

async function begin(unsaid = "") {
  let token = recall();
  const start = handed.get("start") ?? "";
  const known = Boolean(token);
  try {
    token ??= await openSession(start);
  } catch (error) {
    return tellNoSession(error, unsaid);
  }
  if (unsaid) chat.addEventListener("open", () => chat.say(unsaid), { once: true });
  handed.delete("start");
  // A session that goes on is told of the link it came by now.
  chat.open(token, lang, known && start ? { start: { id: newId(), kind: "start", text: start } } : {});
}

async function openSession(start) {
  const answer = await request("/chat/sessions", {
    campaign: start || (handed.get("campaign") ?? ""),
    referrer: handed.get("referrer") ?? "",
    lang,
  });
  const { token } = await answer.json();
  keep(token);
  return token;
}

function tellNoSession(error, unsaid) {
  chat.empty();
  const note = document.createElement("p");
  note.className = "bubble-failed";
  note.textContent = error.status === 429 ? words.chat.too_many : words.chat.failed;
  const again = document.createElement("button");
  again.type = "button";
  again.className = "bubble-retry";
  again.textContent = words.widget.again;
  again.addEventListener("click", () => (note.remove(), begin(unsaid)));
  note.append(" ", again);
  chat.log.append(note);
}

// The chat was deleted, or the server knows it no more: somebody new begins.
chat.addEventListener("lost", ({ detail }) => {
  if (detail.status !== 401) return tellNoSession(detail, detail.unsaid);
  forget();
  begin(detail.unsaid);
});

let memory = null;
function recall() {
  try {
    return localStorage.getItem(TOKEN) ?? memory;
  } catch {
    return memory;
  }
}
function keep(token) {
  memory = token;
  try {
    localStorage.setItem(TOKEN, token);
  } catch {
    // A browser that keeps nothing has a chat as long as the page.
  }
}
function forget() {
  memory = null;
  try {
    localStorage.removeItem(TOKEN);
  } catch {
    // Nothing was kept.
  }
}

// Nothing secret passes between the frames, only that one opens, closes or has news.
const tellParent = (what) => framed && window.parent.postMessage({ duyen: what }, "*");
if (framed) {
  const close = document.querySelector(".widget-close");
  close.hidden = false;
  close.addEventListener("click", () => tellParent("close"));
  addEventListener("keydown", (event) => event.key === "Escape" && tellParent("close"));
  addEventListener("message", ({ source, data }) => {
    if (source !== window.parent || data?.duyen !== "opened") return;
    chat.scrollToEnd("instant");
    chat.text.focus();
    chat.seen.look();
  });
  chat.addEventListener("line", () => tellParent("line"));
  tellParent("ready");
} else {
  chat.text.focus();
}

begin();
