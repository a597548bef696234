// Requests and events as they come, the newest first.
import { byId, element, path } from "./dom.js";

const MOST = 300;
const KINDS = { request: "Requests", event: "Events" };
const time = (seconds) => new Date(seconds * 1000).toLocaleTimeString([], { hour12: false });
const short = (name) => (name || "").split("@")[0];

function request(entry) {
  return element("li", { class: "entry", "data-kind": "request" },
    element("span", { class: "when" }, time(entry.at)),
    element("span", { class: "method", "data-method": entry.method }, entry.method),
    element("span", { class: "what" }, path(entry.target)),
    element("span", { class: "code", "data-ok": String(entry.status >= 200 && entry.status < 400) }, entry.status ? String(entry.status) : "cut"),
    element("span", { class: "more" }, [
      short(entry.user), entry.by ? `by ${entry.by}` : "", entry.milliseconds === undefined ? "" : `${entry.milliseconds} ms`,
    ].filter(Boolean).join(" · ")),
    entry.fault ? element("span", { class: "fault" }, `fault: ${entry.fault}`) : null);
}

function event(entry) {
  return element("li", { class: "entry", "data-kind": "event", title: entry.href },
    element("span", { class: "when" }, time(entry.at)),
    element("span", { class: "type", "data-type": entry.type }, entry.type),
    element("span", { class: "what" }, entry.rel),
    element("span", { class: "more" }, [`to ${short(entry.user) || "all"}`, `from ${entry.sender}`].join(" · ")),
    entry.reason ? element("span", { class: "fault" }, entry.reason) : null,
    entry.text ? element("q", { class: "text" }, entry.text) : null);
}

const MAKERS = { request, event };

export function showTools() {
  const list = byId("live-list");
  const toggles = Object.entries(KINDS).map(([kind, label]) => element("button", {
    type: "button", class: "toggle", "aria-pressed": "true", "data-kind": kind, onclick: (click) => {
      const isOn = click.currentTarget.getAttribute("aria-pressed") !== "true";
      click.currentTarget.setAttribute("aria-pressed", String(isOn));
      list.classList.toggle(`no-${kind}`, !isOn);
    },
  }, label));
  const clear = element("button", { type: "button", class: "quiet", onclick: () => list.replaceChildren() }, "Clear");
  byId("live-tools").replaceChildren(...toggles, clear);
}

export function show(entry) {
  const make = MAKERS[entry.kind];
  if (!make) {
    return;
  }
  const list = byId("live-list");
  list.prepend(make(entry));
  while (list.childElementCount > MOST) {
    list.lastElementChild.remove();
  }
}
