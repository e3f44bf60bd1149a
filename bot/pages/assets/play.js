// Plays a persona: types at reading speed, waits for the answer, reads it, asks what comes next.

const TYPE_LETTER = 34;
const ANSWER_AT_MOST = 9_000;
const QUIET_AFTER_ANSWER = 1_100;
const READ_LETTER = 12;
const READ_AT_MOST = 2_400;

const atOnce = matchMedia("(prefers-reduced-motion: reduce)").matches;

// Does what `nextAct` says until it is over; ends early, without an error, when `signal` aborts.
export async function play(chat, nextAct, signal) {
  while (!signal.aborted) {
    const act = await nextAct();
    if (act.over || signal.aborted) return;
    const answered = answer(chat, signal);
    if (act.waited && !act.says.length && !act.tap) await wait(QUIET_AFTER_ANSWER, signal);
    else if (act.tap) chat.tap(act.tap);
    else if (act.shares) chat.say(act.shares);
    for (const line of act.says) {
      await type(chat.text, line, signal);
      if (signal.aborted) return;
      chat.submit();
    }
    await answered;
  }
}

async function type(field, line, signal) {
  for (let length = atOnce ? line.length : 1; length <= line.length; length++) {
    if (signal.aborted) return void (field.value = "");
    field.value = line.slice(0, length);
    await wait(TYPE_LETTER, signal);
  }
}

// Resolves when the chat has answered, said nothing more for a moment, and was read.
export async function answer(chat, signal) {
  let letters = 0;
  const over = new AbortController();
  const heard = (event) => (letters += event.detail.payload.text.length);
  chat.addEventListener("line", heard, { signal: over.signal });
  await nextLine(chat, ANSWER_AT_MOST, signal);
  while (await nextLine(chat, QUIET_AFTER_ANSWER, signal));
  over.abort();
  await wait(Math.min(letters * READ_LETTER, READ_AT_MOST), signal);
}

function nextLine(chat, within, signal) {
  return new Promise((resolve) => {
    const over = new AbortController();
    const end = (came) => (over.abort(), resolve(came));
    const timer = setTimeout(() => end(false), within);
    over.signal.addEventListener("abort", () => clearTimeout(timer));
    chat.addEventListener("line", () => end(true), { signal: over.signal });
    signal.addEventListener("abort", () => end(false), { signal: over.signal });
  });
}

function wait(milliseconds, signal) {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => (clearTimeout(timer), resolve()), { once: true });
  });
}
