// What old portals do to a page: Enter submits the server form, and every button click is watched.
document.addEventListener('keydown', function (event) {
  if (event.key === 'Enter' && event.target.tagName === 'INPUT') document.forms[0].submit();
});
