// One chat with the server: what is said goes out once, what comes back comes once.

const FIRST_WAIT = 500;
const LONGEST_WAIT = 15_000;
// The server says something every 15 seconds; after this long the line is dead.
const SILENCE = 40_000;
// Two lines may be committed out of the order of their ids: ask again for the last few.
const LOOK_BACK = 50;

export class Refused extends Error {
  constructor(status) {
    super(`refused: ${status}`);
    this.status = status;
  }
}

export const newId = () =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

export class Conversation {
  // `name` parts the unsent words of several chats in one browser; `onConnected` is told
  // whenever the server answers, or does not.
  constructor(name, token, lang, onConnected) {
    this.token = token;
    this.onConnected = onConnected;
    this.lang = lang;
    this.newest = 0;
    this.known = new Set();
    this.unsent = new Unsent(`duyen.unsent.${name}`, token);
    this.sending = Promise.resolve();
    this.closed = new AbortController();
    // The same chat in another tab; it hears of our lines from us, of the others from the server.
    this.tabs = new BroadcastChannel(`duyen.said.${token.slice(0, 8)}`);
  }

  // Whatever is still on its way stays for the next visit.
  close() {
    this.closed.abort();
    this.tabs.close();
  }

  async history() {
    const answer = await this.insist(() => this.call("/chat/history"));
    const { lines } = await answer.json();
    for (const { outgoing, payload } of lines) if (!outgoing) this.unsent.removeStored(payload.key);
    return lines.filter((line) => !line.outgoing || this.isNew(line));
  }

  // Resolves when it is stored. One after the other, each until it is taken or refused.
  say(said) {
    const whole = { id: newId(), lang: this.lang, ...said };
    this.unsent.add(whole);
    const stored = this.sending.then(() => this.deliver(whole));
    this.sending = stored.catch(() => {});
    return stored;
  }

  async deliver(said) {
    try {
      await this.insist(() => this.call("/chat/messages", said));
    } catch (error) {
      if (error instanceof Refused) this.unsent.remove(said.id);
      throw error;
    }
    this.unsent.remove(said.id);
    this.tellTabs(said);
  }

  // A file goes out once, after what was said before it.
  sendFile(file, id, text = "", answers = "") {
    const asked = new URLSearchParams({ id, name: file.name ?? "", text, answers });
    const options = { method: "POST", body: file, signal: this.closed.signal, ...this.mine() };
    const sent = this.sending.then(async () => {
      const answer = await this.insist(() => request(`/chat/files?${asked}`, undefined, options));
      const kept = await answer.json();
      this.tellTabs({ kind: "attachment", text, file: kept.file, attachment: kept.kind, file_name: kept.name });
    });
    this.sending = sent.catch(() => {});
    return sent;
  }

  tellTabs(said) {
    if (!this.closed.signal.aborted) this.tabs.postMessage(said);
  }

  // Told once and not insisted on: what comes next says it, too.
  noteSeen(line) {
    return this.call("/chat/seen", { line: String(line) });
  }

  // The bytes of a file of this chat.
  async file(name) {
    return (await this.insist(() => this.call(`/chat/files/${name}`))).blob();
  }

  // A picture of a report, by the line it came with.
  async picture(line, place) {
    return (await this.insist(() => this.call(`/chat/pictures/${line}/${place}`))).blob();
  }

  mine() {
    return { headers: { Authorization: `Bearer ${this.token}` } };
  }

  // Lines and typing signs, over every reload of the network, until closed. A hidden page
  // hangs up: a browser opens only six connections to one server.
  async listen({ onLine, onTyping, onSaidElsewhere }) {
    this.tabs.onmessage = ({ data }) => onSaidElsewhere(data);
    for (let wait = FIRST_WAIT; !this.closed.signal.aborted; ) {
      await visible(this.closed.signal);
      try {
        for await (const { event, data } of this.events()) {
          wait = FIRST_WAIT;
          if (event === "typing") onTyping();
          if (event !== "line") continue;
          const line = JSON.parse(data);
          if (this.isNew(line)) onLine(line);
        }
      } catch (error) {
        if (error instanceof Refused && error.status === 401) throw error;
      }
      if (this.closed.signal.aborted) return;
      if (document.hidden) continue;
      this.onConnected(false);
      await pause(wait, this.closed.signal);
      wait = Math.min(wait * 2, LONGEST_WAIT);
    }
  }

  isNew(line) {
    if (this.known.has(line.id)) return false;
    this.known.add(line.id);
    this.newest = Math.max(this.newest, line.id);
    return true;
  }

  async *events() {
    const hangUp = new AbortController();
    const leave = () => hangUp.abort();
    const leaveWhenHidden = () => document.hidden && leave();
    this.closed.signal.addEventListener("abort", leave);
    document.addEventListener("visibilitychange", leaveWhenHidden);
    addEventListener("offline", leave);
    let watch = setTimeout(leave, SILENCE);
    try {
      const after = Math.max(0, this.newest - LOOK_BACK);
      const answer = await this.call(`/chat/events?after=${after}`, undefined, hangUp.signal);
      this.onConnected(true);
      const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
      for (let rest = ""; ; ) {
        const { value, done } = await reader.read();
        if (done) return;
        clearTimeout(watch);
        watch = setTimeout(leave, SILENCE);
        const blocks = (rest + value).split("\n\n");
        rest = blocks.pop();
        for (const block of blocks) yield fields(block);
      }
    } finally {
      clearTimeout(watch);
      leave();
      this.closed.signal.removeEventListener("abort", leave);
      document.removeEventListener("visibilitychange", leaveWhenHidden);
      removeEventListener("offline", leave);
    }
  }

  async call(path, body, signal = this.closed.signal) {
    return request(path, body, { ...this.mine(), signal });
  }

  // Again and again while the server is away or busy; a refusal is final.
  async insist(call) {
    for (let wait = FIRST_WAIT; ; wait = Math.min(wait * 2, LONGEST_WAIT)) {
      try {
        const answer = await call();
        this.onConnected(true);
        return answer;
      } catch (error) {
        if (this.closed.signal.aborted) throw error;
        if (error instanceof Refused && error.status < 500) throw error;
        this.onConnected(false);
        await pause(wait, this.closed.signal);
      }
    }
  }
}

export async function request(path, body, options = {}) {
  const answer = await fetch(path, {
    cache: "no-store",
    ...options,
    ...(body === undefined
      ? {}
      : {
          method: "POST",
          body: JSON.stringify(body),
          headers: { ...options.headers, "Content-Type": "application/json" },
        }),
  });
  if (!answer.ok) throw new Refused(answer.status);
  return answer;
}

// What is typed and not yet taken, kept over a reload. Another token is another person.
class Unsent {
  constructor(key, token) {
    this.key = key;
    this.mark = token.slice(0, 8);
    this.all = this.read();
  }

  read() {
    try {
      const { mark, all } = JSON.parse(sessionStorage.getItem(this.key)) ?? {};
      return mark === this.mark ? all : [];
    } catch {
      return [];
    }
  }

  write() {
    try {
      sessionStorage.setItem(this.key, JSON.stringify({ mark: this.mark, all: this.all }));
    } catch {
      // A browser that keeps nothing still chats.
    }
  }

  add(said) {
    if (this.all.some((one) => one.id === said.id)) return;
    this.all = [...this.all, said];
    this.write();
  }

  // The answer to it was lost, it was not.
  removeStored(key) {
    this.remove(this.all.find((said) => key === `w:${said.id}`)?.id);
  }

  remove(id) {
    if (!id) return;
    this.all = this.all.filter((one) => one.id !== id);
    this.write();
  }
}

function fields(block) {
  const found = { event: "", data: "" };
  for (const row of block.split("\n")) {
    const [, name, value] = /^(\w+): ?(.*)$/.exec(row) ?? [];
    if (name in found) found[name] += value;
  }
  return found;
}

// Until the time is over, the network is back, or we leave.
function pause(milliseconds, signal) {
  return first((end, also) => {
    setTimeout(end, milliseconds);
    addEventListener("online", end, also);
    signal.addEventListener("abort", end, also);
  });
}

function visible(signal) {
  if (!document.hidden) return Promise.resolve();
  return first((end, also) => {
    document.addEventListener("visibilitychange", () => document.hidden || end(), also);
    signal.addEventListener("abort", end, also);
  });
}

// Resolves at the first `end`, and lets go of every listener that was added with `also`.
function first(watch) {
  const over = new AbortController();
  return new Promise((resolve) => watch(resolve, { signal: over.signal })).finally(() => over.abort());
}
