// The page as a whole: it reads the overview again after each thing that happens, and shows what has changed.
import { byId, say } from "./dom.js";
import { overview, watch } from "./server.js";
import { showUsers } from "./users.js";
import { showTree } from "./tree.js";
import { showActions } from "./actions.js";
import { showFaultForm, showFaults } from "./faults.js";
import { show, showTools } from "./live.js";

const PAUSE = 150;
const BEAT = 1000;
let known = null;
let chosen = null;
let due = false;

function choose(name) {
  chosen = name;
  render();
}

function render() {
  const user = known.users.find((one) => one.name === chosen) || known.users[0];
  if (!user) {
    return;
  }
  chosen = user.name;
  byId("package").textContent = known.package;
  byId("address").textContent = known.address;
  document.title = `${known.package} sandbox`;
  for (const place of document.querySelectorAll("[data-acting]")) {
    place.textContent = user.name ? `as ${user.display}` : "";
  }
  showUsers(known.users, chosen, choose);
  showTree(user, known.entry);
  showActions(known.actions, chosen, known.users, refresh);
  showFaultForm(known.fault_kinds, refresh);
  showFaults(known.faults, refresh);
}

async function refresh() {
  due = false;
  try {
    known = await overview();
    render();
  } catch (fault) {
    say(fault.message, true);
  }
}

function soon() {
  if (!due) {
    due = true;
    setTimeout(refresh, PAUSE);
  }
}

function connected(state) {
  const place = byId("connection");
  place.dataset.state = state;
  place.textContent = state === "live" ? "live" : "no connection";
}

showTools();
await refresh();
watch((entry) => {
  show(entry);
  soon();
}, connected);
// What the sandbox does after some time, such as an end of typing, it does when it is asked.
setInterval(() => document.visibilityState === "visible" && byId("connection").dataset.state === "live" && soon(), BEAT);
