// Faults on demand: a button for each kind, for the next requests that fit; and those that are due.
import { byId, element, say } from "./dom.js";
import { addFault, removeFaults } from "./server.js";

const DEFAULTS = { seconds: "2", status: "503", link: "https://elsewhere.example/" };
const NUMBERS = ["seconds", "status"];

const input = (name, label, value, hint) =>
  element("label", {}, element("span", {}, label), element("input", { name, value, placeholder: hint, autocomplete: "off" }));

export function showFaultForm(kinds, after) {
  const place = byId("fault-form");
  if (place.childElementCount > 0) {
    return;
  }
  const form = element("form", { class: "fault", onsubmit: (submitted) => submitted.preventDefault() },
    element("div", { class: "fields" },
      input("path", "Address holds", "", "any"), input("times", "How many times", "1", "always")),
    element("div", { class: "kinds" }, kinds.map((kind) => element("button", {
      type: "button", class: "kind", title: kind.does, "data-kind": kind.kind, onclick: () => add(kind),
    }, kind.kind))),
    element("details", {}, element("summary", {}, "Values of the faults"), element("div", { class: "fields" },
      input("status", "Status", DEFAULTS.status, ""), input("seconds", "Seconds", DEFAULTS.seconds, ""),
      input("code", "Code", "", "of the status"), input("subcode", "Subcode", "", "none"),
      input("rel", "Rel", "", "any"), input("link", "Link", DEFAULTS.link, ""))));
  place.replaceChildren(element("p", { class: "hint" }, "Each button lets the next request go wrong."), form);

  async function add(kind) {
    const given = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, value.trim()]));
    const fault = { kind: kind.kind, path: given.path, times: given.times === "" ? null : Number(given.times) };
    for (const name of kind.fields) {
      if (given[name] !== "") {
        fault[name] = NUMBERS.includes(name) ? Number(given[name]) : given[name];
      }
    }
    try {
      await addFault(fault);
      say(kind.does);
    } catch (wrong) {
      say(wrong.message, true);
    }
    after();
  }
}

export function showFaults(faults, after) {
  const list = byId("fault-due");
  const rows = faults.map((fault) => element("li", {},
    element("b", {}, fault.kind), fault.status ? ` ${fault.status}` : "", ` ${fault.path || "any address"} `,
    element("span", { class: "of" }, fault.times === null ? "always" : `${fault.times} ×`)));
  if (rows.length > 0) {
    rows.push(element("li", {}, element("button", { type: "button", class: "quiet", onclick: () => clear() }, "Remove all")));
  }
  list.replaceChildren(...rows);

  async function clear() {
    await removeFaults();
    after();
  }
}
