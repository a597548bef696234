// One resource: the line of Python, the document in each format, and a form for each method that changes it.
import { byId, code, element, path, say } from "./dom.js";
import { explore } from "./server.js";
import { json, xml } from "./format.js";

function head(node, found) {
  byId("document-title").replaceChildren(
    element("span", {}, node.label || node.rel || found?.rel || ""),
    found ? element("span", { class: "code", "data-ok": String(found.status < 400) }, String(found.status)) : "",
    element("code", { class: "href" }, path(node.href)));
}

function python(line) {
  const text = [line.before, line.text].filter(Boolean).join("\n");
  const copy = element("button", { type: "button", class: "quiet", onclick: () => copied(text) }, "Copy");
  return element("div", { class: "python" },
    element("div", { class: "bar" }, element("h3", {}, "Python"), copy),
    element("pre", { tabindex: "0", "aria-label": "Python" }, element("code", { id: "python" }, code(text))));
}

async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    say("Copied.");
  } catch {
    say("The browser does not let this page copy.", true);
  }
}

function paper(name, id, nodes) {
  return element("div", { class: "paper" }, element("h3", {}, name),
    element("pre", { id, tabindex: "0", "aria-label": name }, element("code", {}, nodes)));
}

function papers(found) {
  const empty = element("span", { class: "empty" }, "no content");
  const both = [paper("JSON", "as-json", found.json ? json(found.json) : [empty])];
  if (found.xml !== null) {
    both.push(paper("XML", "as-xml", found.xml ? xml(found.xml) : [empty]));
  }
  return element("div", { class: "papers" }, both);
}

export function showDocument(user, node, found, again) {
  head(node, found);
  const others = Object.keys(node.operations).filter((method) => method !== "GET");
  byId("document-body").replaceChildren(
    python(found.python), papers(found), ...others.map((method) => form(user, node, method, again, true)));
}

export function showForm(user, node, again) {
  head(node, null);
  byId("document-body").replaceChildren(
    element("div", { id: "answer" }, element("p", { class: "hint" }, "This resource has no document; it takes requests.")),
    ...Object.keys(node.operations).map((method) => form(user, node, method, again, false)));
}

function control(one) {
  if (one.choices.length > 0 && !one.many) {
    return element("select", { name: one.name, required: one.required },
      element("option", { value: "" }, ""), one.choices.map((choice) => element("option", {}, choice)));
  }
  const hint = one.many ? "a list: one, two" : one.kind;
  return element("input", { name: one.name, required: one.required, placeholder: hint, autocomplete: "off" });
}

// The value of a control as JSON; an empty one is left out.
function value(one, text) {
  const plain = (item) => {
    if (["integer", "number", "decimal"].includes(one.kind) && item.trim() !== "" && !Number.isNaN(Number(item))) {
      return Number(item);
    }
    return one.kind === "boolean" && ["true", "false"].includes(item) ? item === "true" : item;
  };
  return one.many ? text.split(",").map((item) => plain(item.trim())) : plain(text);
}

function form(user, node, method, again, isBelow) {
  const parameters = node.operations[method];
  const fields = parameters.map((one) => element("label", {},
    element("span", {}, one.name, one.required ? element("b", { title: "required" }, " *") : null), control(one)));
  const send = element("button", { type: "submit" }, `Send ${method}`);
  const made = element("form", { class: "request", onsubmit: (submitted) => sent(submitted) },
    element("h3", {}, method, " ", element("span", { class: "of" }, node.rel)), element("div", { class: "fields" }, fields), send);

  async function sent(submitted) {
    submitted.preventDefault();
    const filled = parameters.map((one) => [one, made.elements[one.name].value]).filter(([, text]) => text !== "");
    const values = Object.fromEntries(filled.map(([one, text]) => [one.name, value(one, text)]));
    send.disabled = true;
    try {
      const found = await explore({ user, href: node.href, rel: node.rel, method, arguments: values, via: node.via || null });
      say(`${method} ${node.rel}: ${found.status}`, found.status >= 400);
      if (isBelow && found.status < 400 && method !== "DELETE") {
        again();
      } else {
        head(node, found);
        (byId("answer") || byId("document-body")).replaceChildren(python(found.python), papers(found));
      }
    } catch (fault) {
      say(fault.message, true);
    } finally {
      send.disabled = false;
    }
  }
  return made;
}
