// Language and theme. The service reads the cookies and writes the page accordingly, so nothing flashes at the next load.
const Kept = 60 * 60 * 24 * 180;

const keep = (name, value) => {
  document.cookie = `${name}=${value}; path=/; max-age=${Kept}; samesite=lax`;
};

const isDark = () =>
  (document.documentElement.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';

document.addEventListener('click', event => {
  const language = event.target.closest('[data-language]');
  if (language && language.getAttribute('aria-pressed') !== 'true') {
    keep('carebot-language', language.dataset.language);
    location.reload();
  }

  if (event.target.closest('[data-theme-toggle]')) {
    const theme = isDark() ? 'light' : 'dark';
    document.documentElement.dataset.theme = theme;
    keep('carebot-theme', theme);
  }
});
