// Asks the server. Changes carry the session's token; who is logged out is sent to the login.

const root = "/api/v1/";
let csrf = null;

export class ServerError extends Error {
  constructor(status, reason) {
    super(reason);
    this.status = status;
  }
}

async function answer(response) {
  if (response.ok) return response;
  const reason = await response.json().then((body) => body.error, () => response.statusText);
  if (response.status === 401 && location.pathname !== "/login") location.assign("/login");
  throw new ServerError(response.status, reason);
}

// Returns the body of the answer, and null where there is none.
export async function ask(method, path, body, headers = {}) {
  const sent = { ...headers };
  if (body !== undefined) sent["Content-Type"] = "application/json";
  if (method !== "GET" && csrf) sent["X-CSRF-Token"] = csrf;
  const response = await answer(await fetch(root + path, {
    method, headers: sent, body: body === undefined ? undefined : JSON.stringify(body),
  }));
  return response.status === 204 ? null : response.json();
}

export async function session() {
  const own = await ask("GET", "session");
  csrf = own.csrf;
  return own;
}

export async function logIn(name, password) {
  const own = await ask("POST", "session", { name, password });
  csrf = own.csrf;
  return own;
}

// The part of an address behind /api/v1/.
export function address(path, values) {
  return `${path}?${new URLSearchParams(values)}`;
}

// A picture as an object URL, which the caller revokes; null where there is none.
export async function picture(path, values) {
  const response = await fetch(root + address(path, values));
  if (response.status === 404) return null;
  return URL.createObjectURL(await (await answer(response)).blob());
}
