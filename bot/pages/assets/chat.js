// One chat on the page: bubbles, buttons, the line to write on. Text is only ever text.

import { fileElement, fileOf, labelOf } from "./chat-files.js";
import { Seen } from "./chat-seen.js";
import { Conversation, Refused, newId } from "./conversation.js";
import { clock, dayOf, timeOf } from "./clock.js";
import { words } from "./words.js";

const TYPING_SHOWN = 8_000;
const NEAR_THE_END = 80;
const OFFLINE_TOLD_AFTER = 1_500;
const LARGEST_FILE = 10 * 1024 * 1024; // as the server has it

export class Chat extends EventTarget {
  constructor(root) {
    super();
    this.root = root;
    this.name = root.dataset.chat;
    this.log = root.querySelector(".chat-log");
    this.form = root.querySelector(".chat-form");
    this.text = root.querySelector(".chat-text");
    this.newer = root.querySelector(".chat-newer");
    this.status = root.querySelector(".chat-status");
    this.form.addEventListener("submit", (event) => (event.preventDefault(), this.submit()));
    this.text.addEventListener("keydown", (event) => this.onKey(event));
    this.picker = root.querySelector(".chat-file");
    this.picker.addEventListener("change", () => this.sendPicked());
    root.querySelector(".chat-attach").addEventListener("click", () => this.picker.click());
    this.text.addEventListener("paste", (event) => this.onPaste(event));
    this.answering = root.querySelector(".chat-answering");
    this.answering.querySelector("button").addEventListener("click", () => this.answer(null));
    this.newer.addEventListener("click", () => this.scrollToEnd());
    this.log.addEventListener("scroll", () => this.atEnd() && (this.newer.hidden = true));
    for (const hint of root.querySelectorAll(".chat-hint")) {
      hint.addEventListener("click", () => this.conversation && this.say(hint.textContent));
    }
    this.empty();
    this.seen = new Seen(this);
  }

  empty() {
    this.log.replaceChildren();
    this.bubbles = new Map(); // id of a line of ours -> its bubble, also under the ids of its changes
    this.lastDay = "";
    this.hideTyping();
    this.newer.hidden = true;
    this.answer(null);
  }

  // Opens a chat by its token: what was said before, then what comes.
  async open(token, lang, { start } = {}) {
    this.conversation?.close();
    this.empty();
    const tell = (connected) => conversation === this.conversation && this.tellConnection(connected);
    const conversation = (this.conversation = new Conversation(this.name, token, lang, tell));
    try {
      this.log.setAttribute("aria-busy", "true");
      const lines = await conversation.history();
      for (const line of lines) this.show(line);
      this.log.removeAttribute("aria-busy");
      this.scrollToEnd("instant");
      for (const said of conversation.unsent.all) this.sayAgain(said);
      if (start) await conversation.say(start);
      else if (!lines.length) await conversation.say({ id: "start", kind: "start" });
      this.dispatchEvent(new Event("open"));
      if (this.waits) this.submit();
      await conversation.listen({
        onLine: (line) => this.arrive(line),
        onTyping: () => this.showTyping(),
        onSaidElsewhere: (said) => this.showSaidElsewhere(said),
      });
    } catch (error) {
      if (conversation !== this.conversation) return;
      this.log.removeAttribute("aria-busy");
      this.lose(error);
    }
  }

  // What the same visitor said in another tab.
  showSaidElsewhere({ on, ...said }) {
    const wasAtEnd = this.atEnd();
    this.showTheirs({ at: clock.now(), payload: { ...said, platform_message_id: on } });
    if (wasAtEnd) this.scrollToEnd();
  }

  // The chat is not there any more, or cannot be begun; `unsaid` is what was just written.
  lose(error, unsaid = "") {
    this.dispatchEvent(new CustomEvent("lost", { detail: { status: error.status, error, unsaid } }));
  }

  onKey(event) {
    // While a Vietnamese letter is being composed, Enter belongs to the input method.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.submit();
  }

  submit() {
    const text = this.text.value.trim();
    // What is sent before the chat is open goes as soon as it is.
    this.waits = !this.conversation;
    if (!text || this.waits) return;
    this.text.value = "";
    this.say(text);
  }

  say(text) {
    const bubble = this.addBubble({ mine: true, text, at: clock.now() });
    this.scrollToEnd();
    return this.send(bubble, { kind: "text", text, answers: this.answers ?? "" });
  }

  // What is written from now on answers this line of ours: for the team, it goes to that lead.
  answer(line, label = "") {
    this.answers = line === null ? null : String(line);
    this.answering.hidden = line === null;
    this.answering.querySelector("span").textContent = label;
    if (line !== null) this.text.focus({ preventScroll: true });
  }

  sendPicked() {
    for (const file of this.picker.files) this.sendFile(file);
    this.picker.value = "";
    this.text.focus();
  }

  onPaste(event) {
    const files = [...(event.clipboardData?.files ?? [])];
    if (!files.length) return;
    event.preventDefault();
    for (const file of files) this.sendFile(file);
  }

  async sendFile(file, id = newId(), bubble = null) {
    if (!this.conversation) return;
    bubble ??= this.addBubble({ mine: true, at: clock.now() });
    if (!bubble.querySelector(".bubble-attachment")) {
      this.attach(bubble, file.name || words.file.document, async () => file);
    }
    this.scrollToEnd();
    const again = () => this.sendFile(file, id, bubble);
    if (file.size > LARGEST_FILE) return this.tellNotTaken(bubble, file, words.file.too_big);
    bubble.classList.add("is-sending");
    try {
      await this.conversation.sendFile(file, id, "", this.answers ?? "");
      bubble.classList.remove("is-sending");
    } catch (error) {
      bubble.classList.remove("is-sending");
      if (!(error instanceof Refused)) return;
      if (error.status === 401) return this.lose(error);
      const reasons = { 413: words.file.too_big, 415: words.file.not_taken, 429: words.file.too_many };
      if (reasons[error.status]) this.tellNotTaken(bubble, file, reasons[error.status]);
      else this.tellRefused(bubble, words.chat.failed, again);
    }
  }

  tellNotTaken(bubble, file, reason) {
    bubble.querySelector(".bubble-attachment").textContent = file.name;
    this.tellRefused(bubble, reason);
  }

  attach(bubble, label, load) {
    const text = bubble.querySelector(".bubble-text");
    text.hidden = !text.textContent;
    const wasAtEnd = this.atEnd();
    const element = fileElement(label, load);
    text.before(element);
    element.addEventListener("load", () => wasAtEnd && this.scrollToEnd(), true);
    return element;
  }

  sayAgain(said) {
    const shown = said.kind === "text" ? this.addBubble({ mine: true, text: said.text, at: clock.now() }) : null;
    this.send(shown, said);
  }

  async send(bubble, said) {
    bubble?.classList.add("is-sending");
    try {
      await this.conversation.say(said);
      bubble?.classList.remove("is-sending");
    } catch (error) {
      if (bubble) this.tellFailure(bubble, said, error);
    }
  }

  tellFailure(bubble, said, error) {
    bubble.classList.remove("is-sending");
    if (!(error instanceof Refused)) return; // the chat was closed meanwhile; the words are kept
    if (error.status === 401) return this.lose(error, said.text);
    const reasons = { 422: words.chat.too_long, 429: words.chat.too_many };
    this.tellRefused(bubble, reasons[error.status] ?? words.chat.failed, () => this.send(bubble, said));
  }

  // Why something did not go out, with a button where trying again may help.
  tellRefused(bubble, reason, again = null) {
    const note = element("p", "bubble-failed", reason);
    note.setAttribute("role", "alert");
    if (again) {
      const retry = element("button", "bubble-retry", words.chat.retry);
      retry.type = "button";
      retry.addEventListener("click", () => (note.remove(), again()));
      note.append(" ", retry);
    }
    bubble.append(note);
    this.scrollToEnd();
  }

  // A line that comes while we watch.
  arrive(line) {
    const wasAtEnd = this.atEnd();
    this.hideTyping();
    const bubble = this.show(line);
    bubble.classList.add("is-fresh");
    if (line.payload.edits) bubble.scrollIntoView({ block: "nearest" });
    if (wasAtEnd) this.scrollToEnd();
    else if (!line.payload.edits) this.newer.hidden = false;
    if (line.payload.asks?.[0] === "say") bubble.querySelector(".bubble-answer").click();
    this.dispatchEvent(new CustomEvent("line", { detail: line }));
  }

  show(line) {
    return line.outgoing ? this.showOurs(line) : this.showTheirs(line);
  }

  showOurs(line) {
    const { id, at, payload } = line;
    this.askForPhone(payload.ask_contact);
    const before = this.bubbles.get(Number(payload.edits));
    const bubble = before ?? this.addBubble({ mine: false, at: new Date(at) });
    const hadFocus = bubble.contains(document.activeElement);
    fill(bubble, payload);
    if (!before) this.showFile(bubble, line);
    this.offerToAnswer(bubble, line);
    if (before) retire(bubble, "is-fresh");
    for (const button of bubble.querySelectorAll(".choice")) {
      button.addEventListener("click", () => this.press(button, bubble));
    }
    this.bubbles.set(id, bubble);
    bubble.dataset.id ??= id;
    if (hadFocus) (bubble.querySelector(".choice") ?? this.text).focus({ preventScroll: true });
    return bubble;
  }

  showTheirs(line) {
    const { at, payload } = line;
    if (payload.kind === "button") return this.markChosen(payload);
    if ((!payload.text && !fileOf(line)) || payload.kind === "start") return null;
    const bubble = this.addBubble({ mine: true, text: payload.text, at: new Date(at) });
    this.showFile(bubble, line);
    return bubble;
  }

  showFile(bubble, line) {
    const name = fileOf(line);
    const { conversation } = this;
    if (name) this.attach(bubble, labelOf(line), () => conversation.file(name));
    for (const [place, title] of (line.payload.pictures ?? []).entries()) {
      const load = () => conversation.picture(line.id, place);
      this.attach(bubble, `${title}.png`, load).classList.add("is-chart");
    }
  }

  // The team opens a lead's chat: what is written next goes there, until it is closed.
  offerToAnswer(bubble, { id, payload }) {
    const [what, lead] = payload.asks ?? [];
    if (what !== "say") return;
    const open = element("button", "bubble-answer", words.chat.go_on.replace("{lead}", lead));
    open.type = "button";
    open.addEventListener("click", () => this.answer(id, words.chat.to_lead.replace("{lead}", lead)));
    bubble.append(open);
  }

  press(button, bubble) {
    if (button.ariaDisabled === "true") return;
    button.ariaDisabled = "true"; // until it is stored: two quick taps are one answer
    choose(button);
    const said = { kind: "button", button: button.value, on: bubble.dataset.id };
    this.send(null, said).finally(() => (button.ariaDisabled = null));
  }

  // Presses the newest button that carries this, as a finger would.
  tap(data) {
    const all = [...this.log.querySelectorAll(".choice")].filter((one) => one.value === data);
    if (all.length) all.at(-1).click();
    else this.send(null, { kind: "button", button: data });
  }

  markChosen({ button, platform_message_id: on }) {
    const bubble = this.bubbles.get(Number(on));
    const pressed = [...(bubble?.querySelectorAll(".choice") ?? [])].find((one) => one.value === button);
    if (pressed) choose(pressed);
    return null;
  }

  addBubble({ mine, text = "", at }) {
    this.beginDay(at);
    const bubble = element("div", mine ? "bubble is-mine" : "bubble");
    bubble.append(element("p", "bubble-text", text));
    const time = element("time", "bubble-time", timeOf(at));
    time.dateTime = at.toISOString();
    bubble.append(time);
    this.log.append(bubble);
    return bubble;
  }

  beginDay(at) {
    const day = dayOf(at);
    if (day === this.lastDay) return;
    this.lastDay = day;
    this.log.append(element("p", "day", day));
  }

  askForPhone(label) {
    this.text.inputMode = label ? "tel" : "text";
    this.text.autocomplete = label ? "tel" : "off";
    this.text.placeholder = label ? words.chat.write_phone : words.chat.write;
  }

  showTyping() {
    this.hideTyping();
    this.typing = element("p", "typing");
    this.typing.append(element("span", "unseen", words.chat.typing), ...dots());
    const wasAtEnd = this.atEnd();
    this.log.append(this.typing);
    if (wasAtEnd) this.scrollToEnd();
    this.typingEnds = setTimeout(() => this.hideTyping(), TYPING_SHOWN);
  }

  hideTyping() {
    clearTimeout(this.typingEnds);
    this.typing?.remove();
  }

  tellConnection(connected) {
    if (connected) {
      clearTimeout(this.tellOffline);
      this.tellOffline = 0;
      this.status.hidden = true;
    } else this.tellOffline ||= setTimeout(() => (this.status.hidden = false), OFFLINE_TOLD_AFTER);
  }

  atEnd() {
    const { scrollHeight, scrollTop, clientHeight } = this.log;
    return scrollHeight - scrollTop - clientHeight < NEAR_THE_END;
  }

  scrollToEnd(behavior = "auto") {
    this.log.scrollTo({ top: this.log.scrollHeight, behavior });
    this.newer.hidden = true;
  }
}

function fill(bubble, payload) {
  bubble.querySelector(".bubble-text").textContent = payload.text;
  for (const old of bubble.querySelectorAll(".bubble-file, .bubble-picture")) old.remove();
  bubble.prepend(...(payload.encloses ?? []).map(enclosed));
  if (payload.file) bubble.querySelector(".bubble-text").after(download(payload.file));
  bubble.querySelector(".choices")?.remove();
  if (!payload.buttons?.length) return;
  const choices = element("div", "choices");
  for (const row of payload.buttons) {
    const group = element("div", "choice-row");
    for (const { label, data, style } of row) {
      const button = element("button", `choice is-${style || "plain"}`, label);
      button.type = "button";
      button.value = data;
      group.append(button);
    }
    choices.append(group);
  }
  bubble.append(choices);
}

// A picture or a document of the company's, in the web or beside its business file.
function enclosed([kind, address]) {
  const inWeb = /^https?:/.test(address);
  const href = inWeb ? address : `/enclosed/${address.split("/").map(encodeURIComponent).join("/")}`;
  if (kind === "photo") {
    const picture = element("img", "bubble-picture");
    picture.src = href;
    picture.alt = "";
    return picture;
  }
  const link = element("a", "bubble-file", `📎 ${address.split("/").at(-1)}`);
  link.href = href;
  link.target = "_blank";
  link.rel = "noopener noreferrer";
  return link;
}

// A small file that came with the words, kept in the page until it is wanted.
function download({ name, text }) {
  const link = element("a", "bubble-file", `📅 ${name}`);
  const type = name.endsWith(".ics") ? "text/calendar" : "text/plain";
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  return link;
}

function choose(button) {
  for (const one of button.closest(".choices").querySelectorAll(".choice")) {
    one.classList.toggle("is-chosen", one === button);
    if (one === button) one.setAttribute("aria-pressed", "true");
    else one.removeAttribute("aria-pressed");
  }
}

// Takes a class away so that adding it again plays its animation again.
function retire(target, name) {
  target.classList.remove(name);
  void target.offsetWidth;
}

function element(tag, className, text = "") {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

const dots = () => [1, 2, 3].map(() => element("span", "dot"));
