// What can be done in the name of a user: each action is a form that opens.
import { byId, element, say } from "./dom.js";
import { act } from "./server.js";

function control(field, user, users) {
  if (field.kind === "text") {
    return element("input", { name: field.name, value: field.value, autocomplete: "off" });
  }
  const others = users.filter((one) => one.name !== user).map((one) => [one.name, one.display]);
  const choices = field.kind === "person" ? others : field.choices.map((one) => [one, one]);
  return element("select", { name: field.name }, choices.map(([value, label]) =>
    element("option", { value, selected: value === field.value }, label)));
}

function form(action, user, users, after) {
  const fields = action.fields.map((field) =>
    element("label", {}, element("span", {}, field.label), control(field, user, users)));
  const send = element("button", { type: "submit" }, action.label);
  const made = element("form", { "data-action": action.name, onsubmit: (submitted) => run(submitted) },
    element("div", { class: "fields" }, fields), send);

  async function run(submitted) {
    submitted.preventDefault();
    send.disabled = true;
    try {
      const values = Object.fromEntries(action.fields.map((field) => [field.name, made.elements[field.name].value]));
      say((await act(user, action.name, values)).said);
    } catch (fault) {
      say(fault.message, true);
    } finally {
      send.disabled = false;
      after();
    }
  }
  return made;
}

export function showActions(actions, user, users, after) {
  const place = byId("action-list");
  const key = JSON.stringify([user, users.map((one) => [one.name, one.display])]);
  if (place.dataset.key === key) {
    return;
  }
  const open = place.querySelector("details[open]")?.dataset.action ?? actions[0]?.name;
  place.dataset.key = key;
  place.replaceChildren(...actions.map((action) =>
    element("details", { name: "action", "data-action": action.name, open: action.name === open },
      element("summary", {}, action.label), form(action, user, users, after))));
  if (actions.length === 0) {
    place.replaceChildren(element("p", { class: "hint" }, "This API has no actions of its own. Resources take requests."));
  }
}
