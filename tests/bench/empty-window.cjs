// The anchor of packaged-start.ts: the least an Electron application can be. Prints one line when its empty page has been painted.
const { app, BrowserWindow } = require('electron');

app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1080, height: 1920, show: false, frame: false });
  window.once('ready-to-show', () => {
    window.show();
    process.stderr.write('{"code":"shown"}\n');
  });
  void window.loadURL('data:text/html,<title>empty</title>');
});
