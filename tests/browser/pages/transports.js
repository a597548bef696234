// Two ways to a server of another origin: through its cross-domain frame, and by CORS.
"use strict";

// Each gives {status, text, header(name)}; names of headers are compared as they came.
class Frame {
  static async at(address) {
    const frame = document.createElement("iframe");
    frame.style.display = "none";
    const loaded = new Promise((done) => frame.addEventListener("load", done));
    frame.src = address;
    document.body.append(frame);
    await loaded;
    return new Frame(frame, new URL(address).origin);
  }

  constructor(frame, origin) {
    this.frame = frame;
    this.origin = origin;
    this.waiting = new Map();
    this.last = 0;
    window.addEventListener("message", (message) => this.take(message));
  }

  take(message) {
    if (message.origin !== this.origin || message.source !== this.frame.contentWindow) {
      return;
    }
    const found = JSON.parse(message.data);
    const done = this.waiting.get(found.messageId.id);
    this.waiting.delete(found.messageId.id);
    done(found);
  }

  // As the guide shows it: keys of jQuery, and a JSON text.
  post(request) {
    const id = ++this.last;
    const text = JSON.stringify({ messageId: { id, callback: "any" }, ...request });
    return new Promise((done) => {
      this.waiting.set(id, done);
      this.frame.contentWindow.postMessage(text, this.origin);
    });
  }

  async send(method, url, { headers = {}, accepts = "application/json", contentType, data } = {}) {
    const found = await this.post({ type: method, url, headers, accepts, contentType, data });
    const lines = found.headers.split("\r\n").filter(Boolean).map((line) => [line.split(": ", 1)[0], line]);
    const header = (name) => lines
      .filter(([known]) => known === name)
      .map(([known, line]) => line.slice(known.length + 2)).join(", ");
    return { status: found.status, text: found.responseText, header };
  }
}

class Direct {
  async send(method, url, { headers = {}, accepts = "application/json", contentType, data } = {}) {
    const all = { Accept: accepts, ...headers, ...(contentType ? { "Content-Type": contentType } : {}) };
    const found = await fetch(url, { method, headers: all, body: data, credentials: "include" });
    return { status: found.status, text: await found.text(), header: (name) => found.headers.get(name) || "" };
  }
}
