(function () {
  "use strict";
  var source = document.querySelector("[data-events]");
  if (!source || !window.EventSource) return;
  document.querySelectorAll("[data-without-script]").forEach(function (e) { e.hidden = true; });

  // Only that something has changed is told; how it looks now is asked of the page itself.
  var busy = false, again = false, over = false;
  function draw(text) {
    var page = new DOMParser().parseFromString(text, "text/html");
    document.querySelectorAll("[data-live]").forEach(function (old) {
      var now = page.getElementById(old.id);
      if (!now || now.innerHTML === old.innerHTML) return;
      var active = document.activeElement, place = old.contains(active) ? (active.closest("[id]") || old).id : null;
      old.querySelectorAll("details[open]").forEach(function (d) {
        var same = d.id && now.querySelector("#" + CSS.escape(d.id));
        if (same) same.open = true;
      });
      old.replaceChildren.apply(old, Array.prototype.slice.call(now.childNodes));
      if (!place || place === old.id) return;
      var again = document.getElementById(place);
      again = again && (again.querySelector("summary") || again);
      if (again) again.focus({ preventScroll: true });
    });
  }
  function refresh() {
    if (over) return;
    if (busy) { again = true; return; }
    busy = true;
    fetch(location.href, { credentials: "same-origin" })
      .then(function (answer) { return answer.ok ? answer.text() : ""; })
      .then(function (text) { if (text && !over) draw(text); })
      .catch(function () { })
      .then(function () {
        busy = false;
        if (again) { again = false; refresh(); }
      });
  }

  var events = new EventSource(source.dataset.events);
  events.addEventListener("changed", refresh);
  events.addEventListener("end", function () {
    over = true;
    events.close();
    location.reload();
  });
})();
