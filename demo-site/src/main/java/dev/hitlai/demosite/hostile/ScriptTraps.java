package dev.hitlai.demosite.hostile;

import static dev.hitlai.demosite.HostilePage.Expectation.NOTED;

import com.sun.net.httpserver.HttpExchange;
import dev.hitlai.demosite.http.Response;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Scripts that nag, hang, ask and make noise. */
final class ScriptTraps {

  private ScriptTraps() {}

  static List<Trap> all() {
    return List.of(
        Trap.noted(
            "/dialogs",
            "Alert, confirm and prompt again and again",
            () ->
                Html.scripted(
                    "Dialogs",
                    "",
                    "setInterval(() => { alert('One'); confirm('Two?'); prompt('Three?'); },"
                        + " 300);")),
        Trap.noted(
            "/before-unload",
            "Asks whether one really wants to leave",
            () ->
                Html.scripted(
                    "Stay",
                    "<p><label>Draft <input name=\"draft\"></label></p>",
                    "addEventListener('beforeunload', event => { event.preventDefault();"
                        + " event.returnValue = 'stay'; });")),
        Trap.untestable(
            "/endless-script",
            "A script that never comes to an end",
            () ->
                Html.scripted(
                    "Hanging",
                    "",
                    "addEventListener('load', () => setTimeout(() => { while (true) {} }, 300));")),
        Trap.noted(
            "/permissions",
            "Asks for place, camera, microphone, messages and clipboard",
            ScriptTraps::permissions),
        Trap.testable(
            "/console-flood",
            "A thousand console messages a second",
            () ->
                Html.scripted(
                    "Chatter",
                    "",
                    "setInterval(() => { for (let n = 0; n < 50; n++) { console.warn('noise', n); }"
                        + " }, 50);")),
        Trap.testable(
            "/socket-noise", "Opens a WebSocket again whenever it fails", ScriptTraps::sockets),
        Trap.raw(
            "/service-worker",
            "A service worker that answers in the server's place",
            NOTED,
            ScriptTraps::serviceWorker),
        Trap.raw(
            "/autoplay", "Sound that starts by itself and repeats", NOTED, ScriptTraps::autoplay));
  }

  private static Response permissions() {
    return Html.scripted(
        "Permissions",
        "<p id=\"answer\">Asking</p>",
        """
        navigator.geolocation.getCurrentPosition(() => {}, () => {});
        navigator.mediaDevices?.getUserMedia({ audio: true, video: true }).catch(() => {});
        Notification.requestPermission();
        navigator.clipboard?.readText().catch(() => {});
        """);
  }

  private static Response sockets() {
    return Html.scripted(
        "Sockets",
        "",
        """
        const open = () => {
          const socket = new WebSocket('ws://' + location.host + '/socket-noise/feed');
          socket.onclose = () => setTimeout(open, 200);
        };
        for (let n = 0; n < 5; n++) { open(); }
        """);
  }

  private static void serviceWorker(HttpExchange exchange) throws IOException {
    boolean script = exchange.getRequestURI().getPath().endsWith("/worker.js");
    Response answer =
        script
            ? Response.text(
                200,
                "text/javascript",
                """
                self.addEventListener('install', () => self.skipWaiting());
                self.addEventListener('activate', event => event.waitUntil(self.clients.claim()));
                self.addEventListener('fetch', event => event.respondWith(
                  event.request.mode === 'navigate'
                    ? new Response('<!doctype html><html lang="en"><title>Worker</title><main><h1>From the worker</h1></main>', { headers: { 'Content-Type': 'text/html' } })
                    : fetch(event.request)));
                """)
            : Html.scripted(
                "Service worker",
                "<p><a href=\"/service-worker/next\">Next page</a></p>",
                "navigator.serviceWorker.register('/service-worker/worker.js', { scope:"
                    + " '/service-worker/' });");
    answer.send(exchange);
  }

  private static void autoplay(HttpExchange exchange) throws IOException {
    Response answer =
        exchange.getRequestURI().getPath().endsWith("/tone.wav")
            ? Response.bytes(200, "audio/wav", tone())
            : Html.page("Sound", "<audio src=\"/autoplay/tone.wav\" autoplay loop></audio>");
    answer.send(exchange);
  }

  /** One second of the note A, 8 bits at 8 kHz, as a WAV file. */
  private static byte[] tone() {
    int rate = 8_000;
    ByteBuffer wav = ByteBuffer.allocate(44 + rate).order(ByteOrder.LITTLE_ENDIAN);
    wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + rate);
    wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    wav.putShort((short) 1).putShort((short) 1).putInt(rate).putInt(rate);
    wav.putShort((short) 1).putShort((short) 8);
    wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(rate);
    for (int sample = 0; sample < rate; sample++) {
      wav.put((byte) (128 + 40 * Math.sin(2 * Math.PI * 440 * sample / rate)));
    }
    return wav.array();
  }
}
