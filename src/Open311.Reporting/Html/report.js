(function () {
  "use strict";
  var section = document.getElementById("all-findings");
  var texts = section.dataset;
  document.querySelectorAll("pre.curl").forEach(function (pre) {
    if (!navigator.clipboard) return;
    var button = document.createElement("button");
    button.type = "button";
    button.textContent = texts.copy;
    button.addEventListener("click", function () {
      navigator.clipboard.writeText(pre.textContent).then(function () { button.textContent = texts.copied; });
    });
    pre.after(button);
  });

  // A link into a closed part opens it: rows of passing findings are targets, too.
  function open() {
    var target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (var at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
    if (target) target.scrollIntoView();
  }
  addEventListener("hashchange", open);
  open();

  var opened = [];
  addEventListener("beforeprint", function () {
    opened = Array.prototype.filter.call(document.querySelectorAll("details"), function (d) { return !d.open; });
    opened.forEach(function (d) { d.open = true; });
  });
  addEventListener("afterprint", function () { opened.forEach(function (d) { d.open = false; }); });

  var items = section.querySelectorAll(".finding, .row");
  if (items.length < 2) return;
  var bar = document.createElement("div");
  bar.className = "filter";
  bar.innerHTML = "<label for=filter></label><input id=filter type=search><span role=status></span>";
  bar.querySelector("label").textContent = texts.filter;
  section.querySelector("h2").after(bar);
  bar.querySelector("input").addEventListener("input", function (event) {
    var words = event.target.value.toLowerCase();
    var shown = 0;
    items.forEach(function (item) {
      item.hidden = item.textContent.toLowerCase().indexOf(words) < 0;
      if (!item.hidden) shown++;
    });
    section.querySelectorAll(".area").forEach(function (area) {
      area.hidden = !area.querySelector(".finding:not([hidden]), .row:not([hidden])");
      area.querySelectorAll("details.others").forEach(function (d) { d.open = words !== "" && !!d.querySelector(".row:not([hidden])"); });
    });
    bar.querySelector("[role=status]").textContent = words ? texts.shown.replace("{shown}", shown).replace("{all}", items.length) : "";
  });
})();
