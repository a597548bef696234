// JSON and XML as coloured text. Nodes are made one by one; nothing is parsed as markup of this page.
import { element } from "./dom.js";

const part = (kind, text) => element("span", { class: kind }, text);
const TOKEN = /("(?:\\.|[^"\\])*")(\s*:)?|\b(?:true|false|null)\b|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

// A link of an address alone stays on one line.
const LINK = /\{\s*("href": "(?:\\.|[^"\\])*")\s*\}/g;

export function json(whole) {
  const text = whole.replace(LINK, "{ $1 }");
  const found = [];
  let at = 0;
  for (const token of text.matchAll(TOKEN)) {
    found.push(text.slice(at, token.index));
    const [all, quoted, colon] = token;
    found.push(quoted && colon ? part("key", quoted) : part(quoted ? "text" : "word", quoted || all), colon || "");
    at = token.index + all.length;
  }
  return [...found, text.slice(at)];
}

// The policy of this page lets a document be parsed here alone, and as XML, which runs nothing.
const policy = window.trustedTypes?.createPolicy("xml", { createHTML: (text) => text });

export function xml(text) {
  const read = new DOMParser().parseFromString(policy ? policy.createHTML(text) : text, "application/xml");
  if (read.querySelector("parsererror")) {
    return [text];
  }
  return [...node(read.documentElement, "")];
}

function* node(found, indent) {
  yield `${indent}<`;
  yield part("key", found.tagName);
  for (const attribute of found.attributes) {
    yield ` ${attribute.name}=`;
    yield part("text", `"${attribute.value}"`);
  }
  const inside = [...found.childNodes].filter((one) => one.nodeType !== Node.TEXT_NODE || one.data.trim());
  if (inside.length === 0) {
    yield "/>\n";
    return;
  }
  const isText = inside.every((one) => one.nodeType === Node.TEXT_NODE);
  yield isText ? ">" : ">\n";
  for (const one of inside) {
    if (one.nodeType === Node.ELEMENT_NODE) {
      yield* node(one, `${indent}  `);
    } else {
      yield isText ? one.data : `${indent}  ${one.data.trim()}\n`;
    }
  }
  yield `${isText ? "" : indent}</`;
  yield part("key", found.tagName);
  yield ">\n";
}
