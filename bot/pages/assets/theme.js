// Before the first paint: the look that was chosen last time.

(() => {
  try {
    const chosen = localStorage.getItem("duyen.theme");
    if (chosen) document.documentElement.dataset.theme = chosen;
  } catch {
    // A browser that keeps nothing follows the system.
  }
})();
