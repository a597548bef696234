// The resources as a tree: each branch is a link that was followed. Arrow keys move as in any tree.
import { byId, element, say } from "./dom.js";
import { explore } from "./server.js";
import { showDocument, showForm } from "./document.js";

let chosen = null;

// A branch: { rel, href, label, title, via, operations }; `via` says in which state the link stands.
function branch(user, node) {
  const methods = Object.keys(node.operations);
  const canRead = methods.includes("GET");
  const inside = element("ul", { role: "group", hidden: true });
  const others = methods.filter((method) => method !== "GET");
  const button = element("button", {
    type: "button", class: "branch", role: "treeitem", tabindex: "-1", "aria-expanded": canRead ? "false" : null,
    title: node.title ? `${node.title} — ${node.href}` : node.href, "data-rel": node.rel,
    onclick: () => open(),
  },
  element("span", { class: "twig", "aria-hidden": "true" }),
  element("span", { class: "rel" }, node.label || node.rel),
  node.title ? element("span", { class: "title" }, node.title) : null,
  node.embedded ? element("span", { class: "mark" }, "embedded") : null,
  others.map((method) => element("span", { class: "method", "data-method": method }, method)),
  methods.length === 0 ? element("span", { class: "mark" }, "see Live") : null);
  const item = element("li", { role: "none" }, button, inside);

  async function open() {
    choose(button);
    if (methods.length === 0) {
      return;
    }
    if (!canRead) {
      showForm(user, node, open);
      return;
    }
    const found = await read();
    if (found && found.status < 400) {
      expand(found);
    }
  }

  async function read() {
    button.setAttribute("aria-busy", "true");
    try {
      const found = await explore({ user, href: node.href, rel: node.rel, via: node.via || null });
      showDocument(user, { ...node, operations: found.operations }, found, open);
      return found;
    } catch (fault) {
      say(fault.message, true);
      return null;
    } finally {
      button.removeAttribute("aria-busy");
    }
  }

  function expand(found) {
    const name = found.python.variable;
    inside.replaceChildren(...found.links.map((link) => branch(user, {
      ...link, via: { name, rel: found.rel, number: link.number, embedded: link.embedded },
    })));
    inside.hidden = found.links.length === 0;
    button.setAttribute("aria-expanded", String(!inside.hidden));
  }

  button.addEventListener("keydown", (key) => {
    const isOpen = !inside.hidden;
    if (key.key === "ArrowRight" && !isOpen && canRead) {
      open();
    } else if (key.key === "ArrowLeft" && isOpen) {
      inside.hidden = true;
      button.setAttribute("aria-expanded", "false");
    } else if (key.key === "ArrowLeft") {
      move(item.parentElement.closest("li")?.firstElementChild);
    } else if (key.key === "ArrowRight") {
      move(inside.querySelector("button"));
    } else {
      return;
    }
    key.preventDefault();
  });
  return item;
}

function choose(button) {
  chosen?.removeAttribute("aria-current");
  chosen = button;
  button.setAttribute("aria-current", "true");
  move(button);
}

function move(button) {
  if (!button) {
    return;
  }
  for (const other of byId("tree-list").querySelectorAll('button[tabindex="0"]')) {
    other.tabIndex = -1;
  }
  button.tabIndex = 0;
  button.focus();
}

byId("tree-list").addEventListener("keydown", (key) => {
  const shown = [...byId("tree-list").querySelectorAll("button")].filter((one) => one.offsetParent !== null);
  const at = shown.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: shown.length - 1 }[key.key];
  if (to !== undefined && shown[to]) {
    move(shown[to]);
    key.preventDefault();
  }
});

// The trunks of a user: the entry of the API, and the applications that the user has.
export function showTree(user, entry) {
  const list = byId("tree-list");
  const known = list.dataset.user === user.name ? list.dataset.known : "";
  const trunks = [
    { rel: "", label: "entry", href: entry, title: "", operations: { GET: [] } },
    ...user.applications.map((one) => ({
      rel: one.rel, label: `${one.rel} ${one.id}`, href: one.href, title: one.title, operations: { GET: [] },
    })),
  ];
  const now = trunks.map((one) => one.href).join(" ");
  if (now === known) {
    return;
  }
  const had = list.dataset.user === user.name ? new Map([...list.children].map((item) => [item.dataset.href, item])) : new Map();
  list.setAttribute("role", "tree");
  list.setAttribute("aria-labelledby", "tree-title");
  list.replaceChildren(...trunks.map((node) => {
    const item = had.get(node.href) || branch(user.name, node);
    item.dataset.href = node.href;
    return item;
  }));
  if (!list.querySelector('button[tabindex="0"]')) {
    list.querySelector("button").tabIndex = 0;
  }
  Object.assign(list.dataset, { user: user.name, known: now });
}
