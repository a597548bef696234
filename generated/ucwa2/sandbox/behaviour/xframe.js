// The cross-domain frame: it takes requests from the page around it by postMessage, sends each by XMLHttpRequest, and
// answers by postMessage. The server decides by X-Ms-Origin, which the page cannot set. See Cross_domainIFRAME.
"use strict";

(() => {
  const WRITTEN = {
    "content-md5": "Content-MD5",
    "etag": "ETag",
    "te": "TE",
    "www-authenticate": "WWW-Authenticate",
    "x-aspnet-version": "X-AspNet-Version",
    "x-ms-correlation-id": "X-MS-Correlation-Id",
    "x-ms-diagnostics": "X-Ms-diagnostics",
    "x-ms-server-fqdn": "X-MS-Server-Fqdn",
    "x-ms-ucwaversion": "X-MS-UcwaVersion",
  };
  const WITHOUT_BODY = ["GET", "HEAD"];
  const RESERVED = ["x-ms-origin"];

  // Browsers give the names of headers in small letters, and applications compare them as IIS writes them.
  function named(name) {
    const known = name.toLowerCase();
    return WRITTEN[known] || known.replace(/(^|-)[a-z]/g, (found) => found.toUpperCase());
  }

  function headersOf(xhr) {
    const lines = xhr.getAllResponseHeaders().split("\r\n").filter(Boolean);
    return lines.map((line) => {
      const end = line.indexOf(":");
      return named(line.slice(0, end)) + line.slice(end) + "\r\n";
    }).join("");
  }

  // Data that is no string travels as a form, unless the request says `processData: false`.
  function bodyOf(request) {
    const data = request.data;
    if (data === undefined || data === null || typeof data === "string") {
      return data;
    }
    return request.processData === false ? JSON.stringify(data) : new URLSearchParams(data).toString();
  }

  function addressOf(request, method, body) {
    const address = new URL(request.url, location.href);
    const more = [];
    if (WITHOUT_BODY.includes(method) && body) {
      more.push(body);
    }
    if (WITHOUT_BODY.includes(method) && request.cache === false) {
      more.push("_=" + Date.now());
    }
    address.search = [address.search.slice(1), ...more].filter(Boolean).join("&");
    return address.href;
  }

  function setHeaders(xhr, request, body, origin) {
    const headers = { "X-Requested-With": "XMLHttpRequest" };
    if (request.accepts) {
      headers.Accept = request.accepts;
    }
    if (request.contentType || body) {
      headers["Content-Type"] = request.contentType || "application/x-www-form-urlencoded; charset=UTF-8";
    }
    const given = Object.entries(request.headers || {});
    const replaced = given.map(([name]) => name.toLowerCase());
    const own = Object.entries(headers).filter(([name]) => !replaced.includes(name.toLowerCase()));
    for (const [name, value] of [...own, ...given]) {
      if (!RESERVED.includes(name.toLowerCase())) {
        xhr.setRequestHeader(name, value);
      }
    }
    xhr.setRequestHeader("X-Ms-Origin", origin);
  }

  function send(request, origin, answer) {
    const xhr = new XMLHttpRequest();
    const method = String(request.type || "GET").toUpperCase();
    const reply = () => answer({
      status: xhr.status,
      statusText: xhr.statusText,
      responseText: xhr.responseText,
      headers: headersOf(xhr),
      messageId: request.messageId,
    });
    try {
      const body = bodyOf(request);
      xhr.open(method, addressOf(request, method, body));
      for (const name of ["withCredentials", "timeout"]) {
        if (request.xhrFields && name in request.xhrFields) {
          xhr[name] = request.xhrFields[name];
        }
      }
      setHeaders(xhr, request, body, origin);
      xhr.onloadend = reply;
      xhr.send(WITHOUT_BODY.includes(method) ? null : body);
    } catch (fault) {
      answer({ status: 0, statusText: String(fault), responseText: "", headers: "", messageId: request.messageId });
    }
  }

  function requestIn(data) {
    try {
      const found = JSON.parse(data);
      return found && (found.request || found);
    } catch {
      return null;
    }
  }

  // A page without an origin of its own, such as a file, gets no answer: there is no origin to name to the server.
  window.addEventListener("message", (message) => {
    const request = typeof message.data === "string" ? requestIn(message.data) : null;
    if (request && typeof request.url === "string" && message.source && message.origin !== "null") {
      send(request, message.origin, (found) => message.source.postMessage(JSON.stringify(found), message.origin));
    }
  });
})();
