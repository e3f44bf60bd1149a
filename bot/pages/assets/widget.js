// The chat bubble for any website: <script src="…/widget.js" data-lang="vi"></script>

(() => {
  const script = document.currentScript;
  const home = new URL(script.src).origin;
  const lang = script.dataset.lang === "en" ? "en" : "vi";
  const words = {
    vi: { open: "Mở khung trò chuyện", close: "Đóng khung trò chuyện", title: "Trò chuyện", unread: "có tin mới" },
    en: { open: "Open the chat", close: "Close the chat", title: "Chat", unread: "new message" },
  }[lang];

  const LOOK = `
    :host { all: initial; position: fixed; inset: auto 20px 20px auto; z-index: 2147483000; color-scheme: light dark; }
    button { all: unset; box-sizing: border-box; width: 60px; height: 60px; border-radius: 50%; cursor: pointer;
      display: grid; place-items: center; background: #0f766e; color: #fff; position: relative;
      box-shadow: 0 6px 20px rgb(0 0 0 / .22); transition: transform .15s, background .15s; }
    button:hover { background: #0d655e; transform: translateY(-1px); }
    button:focus-visible { outline: 3px solid #fff; box-shadow: 0 0 0 6px #0f766e; }
    svg { width: 28px; height: 28px; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
    .news { position: absolute; top: 2px; right: 2px; width: 14px; height: 14px; border-radius: 50%; background: #d92d20; border: 2px solid #fff; }
    [hidden] { display: none; }
    iframe { position: fixed; right: 20px; bottom: 92px; width: min(390px, calc(100vw - 40px)); height: min(640px, calc(100dvh - 112px));
      border: 0; border-radius: 20px; background: Canvas; box-shadow: 0 16px 48px rgb(0 0 0 / .26); }
    @media (max-width: 480px) {
      iframe { inset: 0; z-index: 1; width: 100vw; height: 100dvh; border-radius: 0; }
    }
    @media (prefers-reduced-motion: reduce) { button { transition: none; } }
  `;
  const BUBBLE = "M12 3.5c5 0 8.5 3.2 8.5 7.5s-3.5 7.5-8.5 7.5c-1 0-1.9-.1-2.7-.4L4.5 20.5l1-4C4.2 15.2 3.5 13.2 3.5 11c0-4.3 3.5-7.5 8.5-7.5z";
  const CROSS = "m6 6 12 12M18 6 6 18";

  const host = document.createElement("div");
  host.setAttribute("role", "complementary");
  host.setAttribute("aria-label", words.title);
  const root = host.attachShadow({ mode: "open" });
  // A made sheet, not a style element: the site's own policy may forbid inline styles.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(LOOK);
  root.adoptedStyleSheets = [sheet];

  const button = document.createElement("button");
  button.type = "button";
  const picture = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  picture.setAttribute("viewBox", "0 0 24 24");
  picture.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  picture.append(path);
  const news = document.createElement("span");
  news.className = "news";
  news.hidden = true;
  button.append(picture, news);
  root.append(button);

  let frame = null;
  let open = false;

  function makeFrame() {
    const handed = new URLSearchParams({ campaign: campaign(), referrer: referrer() });
    frame = document.createElement("iframe");
    frame.title = words.title;
    frame.src = `${home}/widget?lang=${lang}#${handed}`;
    root.prepend(frame);
  }

  function campaign() {
    const asked = new URLSearchParams(location.search);
    return script.dataset.campaign || asked.get("utm_campaign") || asked.get("utm_source") || "";
  }

  // The site alone: the rest of an address may be personal.
  function referrer() {
    try {
      const host = new URL(document.referrer).hostname;
      return host === location.hostname ? "" : host;
    } catch {
      return "";
    }
  }

  function show(opened) {
    open = opened;
    if (open && !frame) makeFrame();
    if (frame) frame.hidden = !open;
    if (open) news.hidden = true;
    tell();
    if (open) frame.contentWindow?.postMessage({ duyen: "opened" }, home);
    else button.focus();
  }

  function tell() {
    path.setAttribute("d", open ? CROSS : BUBBLE);
    const label = open ? words.close : words.open;
    button.setAttribute("aria-label", news.hidden ? label : `${label} (${words.unread})`);
    button.setAttribute("aria-expanded", String(open));
  }

  button.addEventListener("click", () => show(!open));
  root.addEventListener("keydown", (event) => event.key === "Escape" && open && show(false));
  addEventListener("message", ({ origin, source, data }) => {
    if (origin !== home || !frame || source !== frame.contentWindow) return;
    if (data?.duyen === "close") show(false);
    if (data?.duyen === "ready" && open) frame.contentWindow.postMessage({ duyen: "opened" }, home);
    if (data?.duyen === "line" && !open) {
      news.hidden = false;
      tell();
    }
  });

  tell();
  const attach = () => document.body.append(host);
  if (document.body) attach();
  else addEventListener("DOMContentLoaded", attach);
})();
