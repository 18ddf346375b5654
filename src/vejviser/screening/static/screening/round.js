/* The round: one tap or key per child, saved at once. What is not yet saved lives in this page's memory and nowhere else. */
(() => {
  "use strict";

  const list = document.querySelector("[data-round]");
  if (!list) return;

  const RETRY = 5_000;
  const KEYS = { 1: "t", 2: "o", 3: "b" };
  const FOCUS = ["opmaerksom", "bekymret"];
  const queue = new Map();
  const covered = new WeakMap();
  let sending = false;
  let wantsPanel = null;
  let finishing = false;
  let timer;

  const one = (selector, within = document) => within.querySelector(selector);
  const rows = () => [...list.children];
  const rowOf = (element) => element.closest("[data-row]");
  const nameOf = (row) => one("[data-name]", row).textContent.trim();
  const part = (row, name) => one(`[data-part="${name}"]`, row);
  const cookie = (name) => document.cookie.split("; ").find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
  const copy = (id) => document.getElementById(id).content.cloneNode(true);

  /* --- the queue: the newest choice of each child, sent one at a time in the order they were made --- */
  function choose(row, choice) {
    queue.delete(row);
    queue.set(row, { ...choice, choice: crypto.randomUUID() });
    row.dataset.answered = choice.position || "none";
    count();
    send();
  }

  async function send() {
    if (sending) return;
    if (!queue.size) return finishing && one("#faerdig").submit();
    sending = true;
    const [row, choice] = queue.entries().next().value;
    show("vj-saving");
    const answer = await post(row, choice);
    sending = false;
    if (!answer || answer.status >= 500 || answer.status === 401) return wait(answer);
    if (queue.get(row) === choice) queue.delete(row);
    await settle(row, answer);
    send();
  }

  function post(row, choice) {
    return fetch(`/runder/barn/${row.dataset.row}/valg/`, {
      method: "POST",
      headers: { "X-Vejviser-Save": "1", "X-CSRFToken": cookie("csrftoken") ?? "" },
      body: new URLSearchParams(choice),
    }).catch(() => null);
  }

  /* Not saved: say so with the names, keep the choices and try again. */
  function wait(answer) {
    show(answer?.status === 401 ? "vj-signed-out" : "round-unsaved");
    const names = one("[data-queue] [data-names]");
    if (names) names.textContent = [...queue.keys()].map(nameOf).join(", ");
    clearTimeout(timer);
    timer = setTimeout(send, RETRY);
  }

  async function settle(row, answer) {
    if (!answer.ok && answer.status !== 422) return location.reload();
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const saved = one("[data-state]", page);
    if (!queue.has(row)) replaceParts(row, saved);
    one("[data-queue]").textContent = one("[data-refused]", saved)?.textContent ?? saved.dataset.state;
    if (answer.status === 422) undo(row, saved.dataset.answered);
    if (wantsPanel === row) openPanel(row);
    count();
  }

  function replaceParts(row, saved) {
    for (const fresh of saved.querySelectorAll("[data-part]")) {
      part(row, fresh.dataset.part).replaceWith(fresh);
      htmx.process(fresh);
    }
  }

  function undo(row, answered) {
    row.querySelectorAll(".vj-seg input").forEach((radio) => { radio.checked = radio.value === answered; });
    if (answered) row.dataset.answered = answered;
    else delete row.dataset.answered;
  }

  function show(id) {
    one("[data-queue]").replaceChildren(copy(id));
  }

  /* --- counters and the way to the next open child --- */
  function count() {
    const answers = rows().map((row) => row.dataset.answered).filter(Boolean);
    const next = rows().find((row) => !row.dataset.answered);
    const numbers = { done: answers.length, left: rows().length - answers.length };
    document.querySelectorAll("[data-count]").forEach((place) => {
      const of = place.dataset.count;
      place.textContent = numbers[of] ?? answers.filter((answer) => answer === of).length;
    });
    one("[data-progress]").value = answers.length;
    one("[data-next]").hidden = !next;
    one("[data-finish]").hidden = Boolean(next);
    if (next) {
      one("[data-next]").href = `#${next.id}`;
      one("[data-next]").textContent = `${one("[data-next]").dataset.label} ${nameOf(next)}`;
    }
  }

  /* --- focus: the row in hand is marked; a row is entered at its chosen or first position --- */
  function enter(row) {
    if (!row) return (one("[data-finish]").hidden ? one("[data-next]") : one("[data-finish]")).focus();
    (one(".vj-seg input:checked", row) ?? one(".vj-seg input, [data-other]", row)).focus();
    row.scrollIntoView({ block: "nearest" });
  }

  list.addEventListener("focusin", ({ target }) => {
    rows().forEach((row) => row.classList.toggle("is-now", row === rowOf(target)));
  });
  one("[data-next]").addEventListener("click", (event) => {
    event.preventDefault();
    enter(rows().find((row) => !row.dataset.answered));
  });

  /* Finishing waits for what is still on its way. */
  one("#faerdig").addEventListener("submit", (event) => {
    finishing = queue.size > 0;
    if (finishing) event.preventDefault();
  });

  /* --- taps --- */
  list.addEventListener("change", ({ target }) => {
    if (target.matches(".vj-seg input")) choose(rowOf(target), { position: target.value });
  });
  list.addEventListener("click", (event) => {
    const row = rowOf(event.target);
    const reason = event.target.closest("[data-reason]");
    if (reason) return giveReason(row, reason.dataset.reason);
    if (event.target.closest("[data-other]")) return open(event, () => offerReasons(row));
    if (event.target.closest("[data-open], [data-statements]")) return open(event, () => openPanel(row));
  });

  function open(event, act) {
    event.preventDefault();
    act();
  }

  function offerReasons(row) {
    const more = part(row, "more");
    if (one("[data-reasons]", more)) return close(row);
    covered.set(row, { nodes: [...more.childNodes], hidden: more.hidden });
    more.replaceChildren(copy("round-reasons"));
    one("[data-page]", more).href = one("[data-other]", row).href;
    one("[data-statements]", more).hidden = !FOCUS.includes(row.dataset.answered);
    more.hidden = false;
    one("[data-reason]", more).focus();
  }

  /* What the reasons covered comes back. */
  function close(row) {
    const more = part(row, "more");
    const { nodes, hidden } = covered.get(row);
    more.replaceChildren(...nodes);
    more.hidden = hidden;
    enter(row);
  }

  function giveReason(row, reason) {
    const other = one("[data-other-reason]", row);
    if (reason === "andet" && !other.value.trim()) return other.focus();
    row.querySelectorAll(".vj-seg input").forEach((radio) => { radio.checked = false; });
    choose(row, { reason, other: other.value });
    enter(row.nextElementSibling);
  }

  async function openPanel(row) {
    wantsPanel = queue.has(row) ? row : null;
    if (wantsPanel) return;
    const more = part(row, "more");
    more.hidden = false;
    if (!one("[data-panel]", more)) await htmx.ajax("GET", one("[data-other]", row).href, { target: more, swap: "innerHTML" });
    one("[data-panel] input[type=checkbox]", more)?.focus();
  }

  /* --- keys: only while focus is in the round, and never while somebody writes --- */
  list.addEventListener("keydown", (event) => {
    const { target, key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const row = rowOf(target);
    const act = target.closest("[data-reasons]") ? reasonKeys(target, row)[key]
      : target.closest("[data-panel]") ? panelKeys(target, row)[key]
      : rowKeys(row)[key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    act();
  });

  function rowKeys(row) {
    const positions = Object.fromEntries(Object.entries(KEYS).map(([key, mark]) => [key, () => tick(row, mark)]));
    return {
      ...positions,
      arrowdown: () => enter(row.nextElementSibling),
      arrowup: () => enter(row.previousElementSibling ?? row),
      d: () => openPanel(row),
      0: () => offerReasons(row),
    };
  }

  function tick(row, mark) {
    const radio = one(`.vj-seg .${mark}`, row);
    if (!radio) return;
    radio.checked = true;
    choose(row, { position: radio.value });
    enter(row.nextElementSibling);
  }

  function panelKeys(target, row) {
    const boxes = [...one("[data-panel]", row).querySelectorAll("input[type=checkbox], [name=works]")].filter((box) => box.checkVisibility());
    const step = (by) => () => boxes[boxes.indexOf(target) + by]?.focus();
    return { Escape: () => enter(row), ArrowDown: step(1), ArrowUp: step(-1) };
  }

  function reasonKeys(target, row) {
    if (target.matches("input")) return { Enter: () => giveReason(row, "andet"), Escape: () => close(row) };
    const buttons = [...row.querySelectorAll("[data-reason]")];
    const numbered = Object.fromEntries(buttons.map((button, place) => [place + 1, () => button.click()]));
    return { ...numbered, Escape: () => close(row) };
  }

  /* --- nothing is lost by leaving too early --- */
  window.addEventListener("online", send);
  window.addEventListener("focus", send);
  window.addEventListener("beforeunload", (event) => {
    if (queue.size) event.preventDefault();
  });
})();
