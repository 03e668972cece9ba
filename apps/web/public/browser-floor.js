/* global document, window, CSS -- a page's own names */
// Below the floor the pages would stay blank without a word. Old syntax on purpose: this must run where they do not.
(function () {
  var able =
    'noModule' in document.createElement('script') && window.CSS && CSS.supports('selector(:where(a))');
  if (able) return;
  document.getElementById('root').innerHTML =
    '<p style="padding:2em;font-size:18px">此浏览器版本过低。请使用 Chrome 109 或更新版本(360、UOS 浏览器请切换到极速模式)。' +
    '<br>This browser is too old. Please use Chrome 109 or newer.</p>';
})();
