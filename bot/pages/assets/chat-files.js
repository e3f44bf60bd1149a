// A file in a bubble: a picture, a voice, or a name to keep. Its bytes come with the chat's token.

import { words } from "./words.js";

const PICTURES = ["image/jpeg", "image/png", "image/gif", "image/webp"];
const SOUNDS = ["audio/ogg", "audio/mpeg", "audio/mp4", "audio/wav"];

// The name under /chat/files/ of what came with a line; "" where nothing did.
export function fileOf({ id, outgoing, payload }) {
  if (outgoing) return payload.media ? `line-${id}` : "";
  return payload.kind === "attachment" ? (payload.file ?? "") : "";
}

// What the line calls it, for somebody who cannot see it.
export function labelOf({ outgoing, payload }) {
  const [kind, name] = outgoing
    ? [payload.media?.[0], payload.media?.[3]]
    : [payload.attachment, payload.file_name];
  return name || words.file[kind] || words.file.document;
}

// Stands in the bubble at once and fills when the bytes are there.
export function fileElement(label, load) {
  const place = document.createElement("div");
  place.className = "bubble-attachment";
  place.textContent = label;
  fill(place, label, load);
  return place;
}

async function fill(place, label, load) {
  let bytes;
  try {
    bytes = await load();
  } catch {
    place.textContent = `${label} – ${words.file.gone}`;
    return;
  }
  const url = URL.createObjectURL(bytes);
  const link = document.createElement("a");
  link.href = url;
  link.download = label;
  if (PICTURES.includes(bytes.type)) link.append(picture(url, label));
  else link.textContent = `📎 ${label}`;
  place.replaceChildren(...(SOUNDS.includes(bytes.type) ? [sound(url, label)] : [link]));
}

function picture(url, label) {
  const image = document.createElement("img");
  image.src = url;
  image.alt = label;
  return image;
}

function sound(url, label) {
  const player = document.createElement("audio");
  player.controls = true;
  player.src = url;
  player.setAttribute("aria-label", label);
  return player;
}
