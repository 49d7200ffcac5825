package dev.hitlai.aitester.browser;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a browser asks a proxy: a tunnel to a host, or a page by its whole address.
 *
 * @param headers as sent, one a line
 */
record ProxyRequest(String method, String target, List<String> headers) {
  private static final int LONGEST_HEAD = 256 * 1024;

  /**
   * Reads up to the empty line; null when the browser hung up before it.
   *
   * @throws IllegalArgumentException when it is no request
   */
  static @Nullable ProxyRequest read(InputStream in) throws IOException {
    var head = new ByteArrayOutputStream();
    int ends = 0;
    while (ends < 4) {
      int next = in.read();
      if (next < 0) {
        return null;
      }
      head.write(next);
      ends = next == (ends % 2 == 0 ? '\r' : '\n') ? ends + 1 : next == '\r' ? 1 : 0;
      if (head.size() > LONGEST_HEAD) {
        throw new IllegalArgumentException("A request without an end");
      }
    }
    var lines = head.toString(StandardCharsets.ISO_8859_1).lines().toList();
    String[] first = lines.getFirst().split(" ");
    if (first.length != 3) {
      throw new IllegalArgumentException("Not a request: " + lines.getFirst());
    }
    return new ProxyRequest(
        first[0], first[1], lines.stream().skip(1).filter(line -> !line.isEmpty()).toList());
  }

  boolean isTunnel() {
    return method.equals("CONNECT");
  }

  String host() {
    String host = uri().getHost();
    if (host == null) {
      throw new IllegalArgumentException("No host in " + target);
    }
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  int port() {
    return uri().getPort() < 0 ? 80 : uri().getPort();
  }

  private URI uri() {
    return URI.create(isTunnel() ? "tunnel://" + target : authority());
  }

  /** The address up to the path, which may hold what Java calls no address. */
  private String authority() {
    int end = target.indexOf('/', target.indexOf("//") + 2);
    return end < 0 ? target : target.substring(0, end);
  }

  /** The head as the site itself gets it; one request for each connection keeps hosts apart. */
  String forwarded() {
    String path = target.substring(authority().length());
    return headers.stream()
        .filter(header -> !isOfTheConnection(header))
        .collect(
            Collectors.joining(
                "\r\n",
                method + " " + (path.isEmpty() ? "/" : path) + " HTTP/1.1\r\n",
                "\r\nConnection: close\r\n\r\n"));
  }

  private static boolean isOfTheConnection(String header) {
    String name = header.toLowerCase(Locale.ROOT);
    return name.startsWith("proxy-") || name.startsWith("connection:");
  }
}
