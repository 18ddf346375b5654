/* What pages do beyond links and forms. Everything works without it; nothing about a child is kept in the browser. */
(() => {
  "use strict";

  const MINUTE = 60_000;
  const IDLE = { warn: 28 * MINUTE, end: 30 * MINUTE };
  const COMPONENTS = {
    ".accordion": "Accordion",
    ".fds-modal": "Modal",
    ".js-dropdown": "Dropdown",
    ".tooltip-wrapper": "Tooltip",
    '[data-module="error-summary"]': "ErrorSummary",
  };
  const unsaved = new Set();

  const stored = (name) => document.getElementById(`vj-${name}`)?.content.cloneNode(true);
  const cookie = (name) => document.cookie.split("; ").find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);

  /* --- the one polite live region --- */
  function say(text) {
    const region = document.getElementById("vj-live");
    if (region && text) region.textContent = text.replace(/\s+/g, " ").trim();
  }

  /* --- saving: the state stands beside the field and is said once --- */
  const stateOf = (element) => element.closest("[data-vj-autosave]")?.querySelector("[data-vj-state]");

  function showState(element, name, fill) {
    const state = stateOf(element);
    const words = stored(name);
    if (!words) return;
    fill?.(words);
    const spoken = words.textContent;
    state?.replaceChildren(words);
    if (name !== "saving") say(spoken);
  }

  function notSaved(element, name, fill) {
    if (stateOf(element)) unsaved.add(element);
    showState(element, name, fill);
  }

  function addReference(words, request) {
    const place = words.querySelector("[data-vj-reference]");
    const reference = request.getResponseHeader("X-Request-Id");
    if (place && reference) place.textContent = `${place.dataset.label} ${reference}`;
  }

  document.addEventListener("htmx:configRequest", ({ detail }) => {
    const token = cookie("csrftoken");
    if (!token || detail.verb === "get") return;
    detail.headers["X-CSRFToken"] = token;
    if (detail.parameters.csrfmiddlewaretoken) detail.parameters.csrfmiddlewaretoken = token;
  });
  document.addEventListener("htmx:beforeRequest", ({ detail }) => {
    if (stateOf(detail.elt)) showState(detail.elt, "saving");
  });
  document.addEventListener("htmx:sendError", ({ detail }) => notSaved(detail.elt, "offline"));
  document.addEventListener("htmx:responseError", ({ detail }) => {
    if (detail.xhr.status === 401) notSaved(detail.elt, "signed-out");
    else if (detail.xhr.status >= 500) notSaved(detail.elt, "failed", (words) => addReference(words, detail.xhr));
  });
  document.addEventListener("htmx:afterRequest", ({ detail }) => {
    if (detail.successful) unsaved.delete(detail.elt);
    if (detail.xhr.status !== 401) active();
  });
  window.addEventListener("focus", () => unsaved.forEach((element) => htmx.trigger(element, "vj:retry")));
  window.addEventListener("beforeunload", (event) => {
    if (unsaved.size) event.preventDefault();
  });

  /* --- after a swap: components, focus, what is to be said --- */
  let focusWasInside = false;

  document.addEventListener("htmx:beforeSwap", ({ detail }) => {
    focusWasInside = detail.shouldSwap && detail.target.contains(document.activeElement);
  });
  document.addEventListener("htmx:load", ({ target }) => {
    if (target === document.body) return;
    for (const [selector, component] of Object.entries(COMPONENTS)) {
      within(target, selector).forEach((element) => new DKFDS[component](element).init());
    }
  });
  document.addEventListener("htmx:afterSettle", ({ target }) => {
    if (focusWasInside && document.activeElement === document.body) focusHeading(target);
    focusWasInside = false;
    say(within(target, "[data-vj-say]")[0]?.textContent);
  });

  const within = (region, selector) => [...(region.matches?.(selector) ? [region] : []), ...region.querySelectorAll(selector)];

  function focusHeading(region) {
    const heading = region.querySelector("h1, h2, h3, legend, [data-vj-focus]") ?? region;
    if (!heading.hasAttribute("tabindex")) heading.setAttribute("tabindex", "-1");
    heading.focus();
  }

  /* --- sign-in: warn two minutes before it ends, in every tab --- */
  const tabs = "BroadcastChannel" in window ? new BroadcastChannel("vejviser") : null;
  let timers = [];

  function active(told) {
    if (!document.body.hasAttribute("data-vj-signed-in")) return;
    timers.forEach(clearTimeout);
    document.getElementById("vj-idle")?.remove();
    timers = [setTimeout(notice, IDLE.warn, "idle-soon"), setTimeout(notice, IDLE.end, "idle-ended")];
    if (!told) tabs?.postMessage("active");
  }

  function notice(name) {
    document.getElementById("vj-idle")?.remove();
    const box = document.createElement("div");
    box.id = box.className = "vj-idle";
    box.append(stored(name));
    box.querySelector("[data-vj-stay]")?.addEventListener("click", stay);
    const again = box.querySelector("[data-vj-again]");
    if (again) again.href += `?next=${encodeURIComponent(location.pathname + location.search)}`;
    document.getElementById("main-content").prepend(box);
    say(box.textContent);
  }

  async function stay() {
    const answer = await fetch("/til-stede/").catch(() => null);
    if (answer?.ok) active();
    else notice("idle-ended");
  }

  if (tabs) tabs.onmessage = () => active(true);

  /* --- the phone's menu: the page behind it is out of reach --- */
  function watchDrawer() {
    const behind = document.querySelectorAll("main, footer, .skipnav, .vj-demo, .vj-logo");
    const open = () => document.body.classList.contains("mobile-nav-active");
    new MutationObserver(() => behind.forEach((element) => { element.inert = open(); }))
      .observe(document.body, { attributeFilter: ["class"] });
  }

  DKFDS.init();
  const more = document.querySelector(".more-button span");
  if (more) more.textContent = stored("more")?.textContent;
  watchDrawer();
  active();
})();
