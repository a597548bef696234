// The control address of the sandbox: what the page shows, and what it does.

async function asked(method, name, body) {
  const headers = body === undefined ? {} : { "Content-Type": "application/json" };
  const found = await fetch(`../${name}`, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
  const value = await found.json().catch(() => ({}));
  if (!found.ok) {
    throw new Error(value.message || `${found.status} ${found.statusText}`);
  }
  return value;
}

export const overview = () => asked("GET", "overview");
export const explore = (visit) => asked("POST", "explore", visit);
export const act = (user, action, values) => asked("POST", "act", { user, action, values });
export const addFault = (fault) => asked("POST", "faults", fault);
export const removeFaults = () => asked("DELETE", "faults");

// Calls `take` with each entry, and `state` with "live" or "lost".
export function watch(take, state) {
  const source = new EventSource("../watch");
  source.addEventListener("open", () => state("live"));
  source.addEventListener("error", () => state("lost"));
  source.addEventListener("message", (message) => take(JSON.parse(message.data)));
}
