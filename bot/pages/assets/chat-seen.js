// Tells the server which of its lines somebody has before his eyes.

const A_GLANCE = 1_000;

export class Seen {
  constructor(chat) {
    this.chat = chat;
    this.told = 0;
    chat.log.addEventListener("scroll", () => this.look());
    document.addEventListener("visibilitychange", () => this.look());
    chat.addEventListener("open", () => this.begin());
    chat.addEventListener("line", () => this.look());
  }

  begin() {
    this.told = 0;
    this.look();
  }

  look() {
    clearTimeout(this.glance);
    this.glance = setTimeout(() => this.tell(), A_GLANCE);
  }

  async tell() {
    const { conversation } = this.chat;
    const newest = Math.max(0, ...this.chat.bubbles.keys());
    if (!conversation || newest <= this.told || !this.isInView()) return;
    const before = this.told;
    this.told = newest;
    try {
      await conversation.noteSeen(newest);
    } catch {
      this.told = before; // it is told with the next line
    }
  }

  // A closed bubble has no height, a page behind others is hidden, who scrolled up reads above.
  isInView() {
    return !document.hidden && this.chat.log.clientHeight > 0 && this.chat.atEnd();
  }
}
