/** Sets the theme of an extension page to the system's, now and whenever that changes. */
export function followSystemTheme(window: Window): void {
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const apply = () =>
    window.document.documentElement.setAttribute("data-theme", dark.matches ? "dark" : "light");
  dark.addEventListener("change", apply);
  apply();
}
