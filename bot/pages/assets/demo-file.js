// The business file, tried live: checked a moment after each change, worked by when it is good.

import { words } from "./words.js";

const AFTER_TYPING = 350;

export function openFile(ask, read) {
  const pane = document.getElementById("file");
  const text = document.getElementById("file-text");
  const take = document.getElementById("file-take");
  const state = document.getElementById("file-state");
  const list = document.getElementById("file-faults");
  let timer = 0;
  let asked = 0;

  pane.addEventListener("toggle", async () => {
    if (pane.open && !text.value) text.value = (await read("/demo/business")).text;
  });
  text.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => look(false), AFTER_TYPING);
  });
  take.addEventListener("click", () => look(true));

  async function look(taking) {
    const turn = ++asked;
    const { faults, taken } = await ask("/demo/business", { text: text.value, take: taking });
    if (turn !== asked) return; // typed on meanwhile
    take.disabled = taken || faults.length > 0;
    const bad = words.demo.file_bad.replace("{count}", faults.length);
    state.textContent = faults.length ? bad : taken ? words.demo.file_taken : words.demo.file_good;
    list.replaceChildren(...faults.map(row));
  }

  // A fault, and a way to its place: file:line:column message.
  function row(fault) {
    const [, line] = fault.match(/^[^:]*:(\d+):/) ?? [];
    const item = document.createElement("li");
    const jump = document.createElement("button");
    jump.type = "button";
    jump.textContent = fault;
    jump.addEventListener("click", () => line && goTo(Number(line)));
    item.append(jump);
    return item;
  }

  function goTo(line) {
    const lines = text.value.split("\n");
    const start = lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
    text.focus();
    text.setSelectionRange(start, start + (lines[line - 1] ?? "").length);
    text.scrollTop = (text.scrollHeight / lines.length) * Math.max(0, line - 4);
  }
}
