# Loads a style file in MapLibre GL JS (in the PyPI package maplibre) in headless Chromium, from a server on this
# machine that serves the export's own folder: the style specification's reference validator runs there, the files are
# fetched by the names in the style, and the features are drawn. SPDX-License-Identifier: GPL-3.0-or-later
#
# Usage: export_maplibre.py STYLE.json [PNG]
# Prints {"errors": [...], "missing": [...], "drawn": {"layer": features}}; `errors` are the validator's own words.
import base64
import http.server
import importlib.util
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import threading

PAGE = """<!DOCTYPE html><meta charset="utf-8"><title>style</title><body style="margin:0">
<div id="map" style="width:1000px;height:940px"></div><script src="/maplibre-gl.js"></script><script>
const errors = [];
function done(answer) {
  fetch("/answer", {method: "POST", body: JSON.stringify(Object.assign({errors}, answer))});
}
(async () => {
  const style = await (await fetch("STYLE")).json();
  // A layer that is not visible would not be parsed by the painter.
  const shown = structuredClone(style);
  for (const layer of shown.layers) (layer.layout ??= {}).visibility = "visible";
  const map = new maplibregl.Map({container: "map", style: shown, center: [2.6, 46.6], zoom: 5.1, fadeDuration: 0,
    attributionControl: false, canvasContextAttributes: {preserveDrawingBuffer: true}});
  map.on("error", event => errors.push(String(event.error && event.error.message || event.error)));
  map.on("idle", () => {
    const drawn = {};
    for (const layer of shown.layers) {
      const found = map.queryRenderedFeatures({layers: [layer.id]});
      drawn[layer.id] = new Set(found.map(feature => JSON.stringify(feature.properties))).size;
    }
    done({drawn, picture: map.getCanvas().toDataURL("image/png")});
  });
  setTimeout(() => done({late: true}), 25000);
})().catch(error => { errors.push(String(error)); done({}); });
</script>"""


def serve(folder, style):
    """A server of the folder; gives the answer of the page when it comes."""
    library = pathlib.Path(importlib.util.find_spec("maplibre").origin).parent / "srcjs" / "maplibre-gl.js"
    answer, came, missing = {}, threading.Event(), []

    class Handler(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *arguments):
            super().__init__(*arguments, directory=str(folder))

        def do_GET(self):
            if self.path == "/":
                self.reply(PAGE.replace("STYLE", style).encode(), "text/html")
            elif self.path == "/maplibre-gl.js":
                self.reply(library.read_bytes(), "text/javascript")
            else:
                super().do_GET()

        def do_POST(self):
            answer.update(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.reply(b"", "text/plain")
            came.set()

        def reply(self, body, kind):
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def send_error(self, code, *_, **__):
            if "favicon" not in self.path:
                missing.append(self.path)
            super().send_error(code)

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server.server_port, answer, came, missing


def main(path, picture=None):
    path = pathlib.Path(path).resolve()
    port, answer, came, missing = serve(path.parent, path.name.replace(" ", "%20"))
    profile = tempfile.mkdtemp()
    browser = subprocess.Popen(
        [
            "chromium",
            "--headless=new",
            "--no-sandbox",
            "--disable-dev-shm-usage",
            "--use-angle=swiftshader",
            "--enable-unsafe-swiftshader",
            "--no-first-run",
            "--disable-background-networking",
            f"--user-data-dir={profile}",
            "--window-size=1000,960",
            f"http://127.0.0.1:{port}/",
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        came.wait(60)
    finally:
        browser.terminate()
        browser.wait()
        shutil.rmtree(profile, ignore_errors=True)
    if not came.is_set():
        sys.exit("the page gave no answer within 60 s")
    data = answer.pop("picture", "")
    if picture and data:
        pathlib.Path(picture).write_bytes(base64.b64decode(data.split(",")[1]))
    print(json.dumps(dict(answer, missing=missing)))


main(*sys.argv[1:])
