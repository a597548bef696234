// The users, with status and note; one of them is the one in whose name everything else happens.
import { byId, element } from "./dom.js";

const initials = (name) => name.split(/\s+/).map((word) => word[0] || "").join("").slice(0, 2).toUpperCase();

function card(user, isChosen, choose) {
  const count = user.applications.length;
  const programs = count === 1 ? "1 application" : `${count} applications`;
  return element("li", {}, element("button", {
    type: "button", class: "user", "aria-pressed": String(isChosen), "data-name": user.name, onclick: () => choose(user.name),
  },
  element("span", { class: "face", "data-tone": user.tone, "aria-hidden": "true" }, initials(user.display)),
  element("span", { class: "who" },
    element("span", { class: "name" }, user.display),
    element("span", { class: "status", "data-tone": user.tone }, user.status || "", user.status ? " · " : "", programs),
    user.text ? element("span", { class: "note" }, user.text) : null)));
}

export function showUsers(users, chosen, choose) {
  const list = byId("user-list");
  const had = document.activeElement?.closest?.("#user-list button")?.dataset.name;
  list.replaceChildren(...users.map((user) => card(user, user.name === chosen, choose)));
  if (had !== undefined) {
    [...list.querySelectorAll("button")].find((one) => one.dataset.name === had)?.focus();
  }
}
