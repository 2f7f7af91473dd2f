// 大字版: remembered in this browser alone, with no cookie. It runs before the first paint, so that no page is drawn
// twice. Without it the two links lead to #large-type and back, which enlarges the one page (tokens.css).
(() => {
  const root = document.documentElement;
  const key = "type-size";

  function remembered() {
    try {
      return localStorage.getItem(key);
    } catch {
      return null; // storage is forbidden here: large type then lasts for this page
    }
  }

  function remember(size) {
    try {
      localStorage.setItem(key, size);
    } catch {
      // as above
    }
  }

  if (remembered() === "large") root.dataset.type = "large";
  addEventListener("click", (event) => {
    const link = event.target.closest?.("[data-type-size]");
    if (!link) return;
    event.preventDefault();
    const size = link.dataset.typeSize;
    if (size === "large") root.dataset.type = size;
    else delete root.dataset.type;
    if (location.hash === "#large-type") history.replaceState(null, "", location.pathname + location.search);
    remember(size);
    const twin = document.querySelector(`${link.dataset.twin}`);
    twin?.focus();
  });
})();
