// A user of the server, by the links that it gives: discovery, sign-in, application, events, messages, a batch.
"use strict";

class Person {
  // `way` is "frame" or "direct"; `server` is the address of discovery.
  static async at(server, way) {
    const person = new Person(server, way === "frame" ? await Frame.at(`${server}/xframe`) : new Direct());
    const root = await person.json("GET", `${server}/`);
    if (way === "frame") {
      person.transport = await Frame.at(root._links.xframe.href);
    }
    person.user = root._links.user.href;
    return person;
  }

  constructor(server, transport) {
    this.server = server;
    this.transport = transport;
    this.headers = {};
    this.events = [];
    this.woken = () => {};
  }

  send(method, href, options = {}) {
    const url = new URL(href, this.server).href;
    return this.transport.send(method, url, { ...options, headers: { ...this.headers, ...options.headers } });
  }

  async json(method, href, body) {
    const options = body === undefined ? {} : { contentType: "application/json", data: JSON.stringify(body) };
    const found = await this.send(method, href, options);
    if (found.status >= 400 || found.status === 0) {
      throw new Error(`${method} ${href}: ${found.status} ${found.header("X-Ms-diagnostics")}`);
    }
    return found.text ? JSON.parse(found.text) : { location: found.header("Location") };
  }

  async signIn(username, password) {
    const refused = await this.send("GET", this.user);
    const service = refused.header("WWW-Authenticate").match(/MsRtcOAuth href="([^"]+)"/)[1];
    const data = new URLSearchParams({ grant_type: "password", username, password }).toString();
    const found = await this.send("POST", service, { contentType: "application/x-www-form-urlencoded", data });
    const token = JSON.parse(found.text);
    this.headers.Authorization = `${token.token_type} ${token.access_token}`;
    const user = await this.json("GET", this.user);
    this.application = await this.json("POST", user._links.applications.href, {
      culture: "en-US", endpointId: username, userAgent: "Page/1.0",
    });
    await this.json("POST", this.application._embedded.me._links.makeMeAvailable.href, {
      supportedModalities: ["Messaging"],
    });
    this.listen();
    return { refused: refused.status, name: this.application._embedded.me.name };
  }

  async listen() {
    let next = this.application._links.events.href;
    while (next) {
      const page = await this.json("GET", next);
      this.events.push(...page.sender.flatMap((sender) => sender.events));
      this.woken();
      next = page._links.next && page._links.next.href;
    }
  }

  // The next event of a rel and a type; those before it are passed over.
  async event(rel, type, fits = () => true) {
    for (;;) {
      const at = this.events.findIndex((one) => one.link.rel === rel && one.type === type && fits(one));
      if (at >= 0) {
        return this.events.splice(0, at + 1)[at];
      }
      await new Promise((done) => { this.woken = done; });
    }
  }

  async invite(uri) {
    await this.json("POST", this.application._embedded.communication._links.startMessaging.href, {
      operationId: "talk-1", to: uri, subject: "Plans",
    });
    return "sent";
  }

  async accept() {
    const invited = await this.event("messagingInvitation", "started");
    await this.json("POST", invited._embedded.messagingInvitation._links.accept.href);
    return invited._embedded.messagingInvitation.subject;
  }

  async connected() {
    const done = await this.event("messagingInvitation", "completed");
    const body = done._embedded.messagingInvitation;
    const conversation = await this.json("GET", body._links.conversation.href);
    this.messaging = await this.json("GET", conversation._links.messaging.href);
    return body.state;
  }

  async say(text) {
    const href = this.messaging._links.sendMessage.href;
    const found = await this.send("POST", href, { contentType: "text/plain", data: text });
    return found.status;
  }

  async hear() {
    const came = await this.event("message", "completed", (one) => one._embedded.message.direction === "Incoming");
    const text = came._embedded.message._links.plainMessage.href.split(",")[1];
    return decodeURIComponent(text.replace(/\+/g, " "));
  }

  // Two requests in one, as BatchingRequests shows; gives status and name of each.
  async batch() {
    const hrefs = [this.application._embedded.me._links.self.href, "/nowhere"];
    const host = new URL(this.server).host;
    const parts = hrefs.map((href) => "--parts\r\nContent-Type: application/http; msgtype=request\r\n\r\n" +
      `GET ${href} HTTP/1.1\r\nHost: ${host}\r\nAccept: application/json\r\n\r\n\r\n`);
    const found = await this.send("POST", this.application._links.batch.href, {
      accepts: "multipart/batching", contentType: 'multipart/batching;boundary="parts"', data: `${parts.join("")}--parts--`,
    });
    const boundary = found.header("Content-Type").match(/boundary="?([^";]+)/)[1];
    return found.text.split(`--${boundary}`).slice(1, -1).map((part) => [
      Number(part.match(/HTTP\/1\.1 (\d+)/)[1]), (part.match(/"name": ?"([^"]*)"/) || [])[1] || "",
    ]);
  }
}
