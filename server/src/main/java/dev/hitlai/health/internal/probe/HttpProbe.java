package dev.hitlai.health.internal.probe;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hitlai.health.Monitor;
import dev.hitlai.platform.net.Destinations;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One request, with the redirects it leads to; each place is checked before it is called. */
final class HttpProbe {
  private static final int MOST_REDIRECTS = 5;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  private final Monitor monitor;
  private final Reach reach;
  private final Deadline deadline;

  private double dns;
  private double connect;
  private @Nullable Double tls;
  private @Nullable Double ttfb;
  private @Nullable Double transfer;
  private boolean connected;
  private @Nullable Integer status;
  private @Nullable Instant certificate;

  HttpProbe(Monitor monitor, Reach reach, Deadline deadline) {
    this.monitor = monitor;
    this.reach = reach;
    this.deadline = deadline;
  }

  /** Always answers with the times of as far as it came. */
  Probed run() {
    String error;
    try {
      error = request(URI.create(monitor.target().url()), monitor.method(), 0);
    } catch (IOException | Destinations.Forbidden | IllegalArgumentException e) {
      error = Sentences.of(e, deadline);
    }
    return new Probed(error, status, deadline.spentMs(), phases(), certificate);
  }

  private Phases phases() {
    return connected ? new Phases(dns, connect, tls, ttfb, transfer) : Phases.NONE;
  }

  private @Nullable String request(URI uri, String method, int redirects)
      throws IOException, Destinations.Forbidden {
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    if (uri.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
      return "It redirects to what is no web address.";
    }
    boolean secure = scheme.equals("https");
    int port = uri.getPort() != -1 ? uri.getPort() : secure ? 443 : 80;
    var wanted =
        !secure
            ? Connection.Tls.NONE
            : monitor.target().verifyCertificate()
                ? Connection.Tls.VERIFIED
                : Connection.Tls.ANY_CERTIFICATE;
    var answer = exchange(uri, method, port, wanted);
    String location = answer.location();
    if (monitor.target().followRedirects()
        && location != null
        && REDIRECTS.contains(answer.status())
        && !monitor.expectation().statuses().contains(answer.status())) {
      if (redirects == MOST_REDIRECTS) {
        return "It redirects more than " + MOST_REDIRECTS + " times.";
      }
      boolean keeps = answer.status() >= 307 || method.equals("HEAD");
      return request(
          uri.resolve(location.replace(" ", "%20")), keeps ? method : "GET", redirects + 1);
    }
    return Conditions.complaint(monitor.expectation(), answer.status(), answer.content());
  }

  private HttpAnswer exchange(URI uri, String method, int port, Connection.Tls wanted)
      throws IOException, Destinations.Forbidden {
    try (var connection = Connection.open(uri.getHost(), port, wanted, reach, deadline)) {
      connected = true;
      dns += connection.dnsMs();
      connect += connection.connectMs();
      tls = sum(tls, connection.tlsMs());
      Instant expires = connection.certificateExpiresAt();
      certificate = expires == null ? certificate : expires;
      double asked = deadline.spentMs();
      connection.write(head(uri, method));
      var answer = new HttpAnswer(connection, deadline);
      answer.read(!method.equals("HEAD"));
      status = answer.status();
      ttfb = sum(ttfb, answer.firstByteMs() - asked);
      transfer = sum(transfer, deadline.spentMs() - answer.firstByteMs());
      return answer;
    }
  }

  private static @Nullable Double sum(@Nullable Double one, @Nullable Double other) {
    return one == null ? other : other == null ? one : Double.valueOf(one + other);
  }

  private byte[] head(URI uri, String method) {
    var target = monitor.target();
    boolean first = uri.getHost().equals(URI.create(target.url()).getHost());
    String text = target.body();
    byte[] body = text == null || method.equals("GET") ? new byte[0] : text.getBytes(UTF_8);
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    var head =
        new StringBuilder(method)
            .append(' ')
            .append(path)
            .append(uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery())
            .append(" HTTP/1.1\r\nHost: ")
            .append(uri.getHost())
            .append(uri.getPort() == -1 ? "" : ":" + uri.getPort())
            .append("\r\nConnection: close\r\nAccept-Encoding: identity");
    var names = new java.util.TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    if (first) {
      // What may be secret goes to the host it was entered for, and to no other.
      target.headers().forEach((name, value) -> append(head, name, value));
      names.addAll(target.headers().keySet());
    }
    if (!names.contains("User-Agent")) {
      append(head, "User-Agent", "HitlAI-Health/1");
    }
    if (!names.contains("Accept")) {
      append(head, "Accept", "*/*");
    }
    if (body.length > 0 || method.equals("POST") || method.equals("PUT")) {
      append(head, "Content-Length", String.valueOf(body.length));
      if (!names.contains("Content-Type")) {
        append(head, "Content-Type", "application/json");
      }
    }
    var all = new ByteArrayOutputStream();
    all.writeBytes(head.append("\r\n\r\n").toString().getBytes(ISO_8859_1));
    all.writeBytes(body);
    return all.toByteArray();
  }

  private static void append(StringBuilder head, String name, String value) {
    head.append("\r\n").append(name).append(": ").append(value);
  }
}
