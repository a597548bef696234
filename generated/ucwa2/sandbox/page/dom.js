// Elements from data. Texts become text nodes, never markup.

// element("a", { class: "x", href: "/", onclick: f }, "text", child, [more])
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") {
      made.addEventListener(name.slice(2), value);
    } else if (value === true) {
      made.setAttribute(name, "");
    } else if (value !== false && value !== null && value !== undefined) {
      made.setAttribute(name, value);
    }
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}

const breakable = (text, places) => text.split(places).flatMap((piece) => [piece, document.createElement("wbr")]).slice(0, -1);

// A path that may break after each of its steps, and a line of code that may break after dots and brackets.
export const path = (text) => breakable(text, /(?<=[/?&])/);
export const code = (text) => breakable(text, /(?<=[.(])/);

export const byId = (id) => document.getElementById(id);

export function say(text, isFault = false) {
  const place = byId("said");
  place.textContent = text;
  place.classList.toggle("fault", isFault);
  place.classList.add("shown");
  clearTimeout(say.timer);
  say.timer = setTimeout(() => place.classList.remove("shown"), isFault ? 8000 : 4000);
}
