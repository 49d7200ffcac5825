package dev.hitlai.notifications.internal.webhooks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Sends one POST to the first of some addresses that takes a connection; they were looked up and
 * checked before, each of them. An HTTP client of the library would look the name up again, and a
 * name server can answer differently each time. Once connected no other address is tried, since the
 * receiver may have heard. Redirects are not followed, and of the answer only the beginning is
 * read.
 */
final class PinnedPost {
  private static final int LONGEST_LINE = 8 * 1024;
  private static final int MOST_HEADERS = 200;
  private static final int EXCERPT = 1000;

  private final Duration connectTimeout;
  private final Duration timeout;

  PinnedPost(Duration connectTimeout, Duration timeout) {
    this.connectTimeout = connectTimeout;
    this.timeout = timeout;
  }

  /**
   * @param excerpt the beginning of the answer's body, printable
   */
  record Answer(int status, String excerpt) {}

  /**
   * @throws IOException when no answer came in time
   */
  Answer send(URI uri, List<InetAddress> addresses, Map<String, String> headers, String body)
      throws IOException {
    IOException failure = new IOException("The host has no address.");
    for (InetAddress address : addresses) {
      try {
        return send(uri, address, headers, body);
      } catch (Unreached unreached) {
        // Nothing was sent there: the next address may stand for a server that is up.
        unreached.why.addSuppressed(failure);
        failure = unreached.why;
      }
    }
    throw failure;
  }

  /** No connection came about, so that nothing was sent. */
  private static final class Unreached extends Exception {
    private static final long serialVersionUID = 1L;

    private final IOException why;

    Unreached(IOException why) {
      super(why);
      this.why = why;
    }
  }

  private Answer send(URI uri, InetAddress address, Map<String, String> headers, String body)
      throws IOException, Unreached {
    var socket = new Socket();
    // Timeouts of single reads don't end an answer that drips; closing the socket does.
    var watchdog = Thread.ofVirtual().name("webhook-watchdog").start(() -> closeLater(socket));
    try (socket) {
      connect(socket, uri, address);
      try (Socket secured = secured(socket, uri)) {
        secured.getOutputStream().write(request(uri, headers, body));
        secured.getOutputStream().flush();
        return read(new BufferedInputStream(secured.getInputStream()));
      }
    } catch (IOException e) {
      if (!watchdog.isAlive()) {
        throw new IOException("No answer within " + timeout.toSeconds() + " s.", e);
      }
      throw e;
    } finally {
      watchdog.interrupt();
    }
  }

  private void closeLater(Socket socket) {
    try {
      Thread.sleep(timeout);
      socket.close();
    } catch (InterruptedException answered) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void connect(Socket socket, URI uri, InetAddress address) throws IOException, Unreached {
    try {
      socket.connect(new InetSocketAddress(address, port(uri)), (int) connectTimeout.toMillis());
    } catch (IOException refused) {
      throw new Unreached(refused);
    }
    socket.setSoTimeout((int) timeout.toMillis());
  }

  private static Socket secured(Socket socket, URI uri) throws IOException {
    if (!isSecure(uri)) {
      return socket;
    }
    var factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    var secured = (SSLSocket) factory.createSocket(socket, uri.getHost(), port(uri), true);
    var parameters = secured.getSSLParameters();
    // The certificate has to be of the name, though the connection is to an address.
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secured.setSSLParameters(parameters);
    secured.startHandshake();
    return secured;
  }

  private static byte[] request(URI uri, Map<String, String> headers, String body) {
    byte[] content = body.getBytes(UTF_8);
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    var head =
        new StringBuilder("POST ")
            .append(path)
            .append(uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery())
            .append(" HTTP/1.1\r\nHost: ")
            .append(uri.getHost())
            .append(uri.getPort() == -1 ? "" : ":" + uri.getPort())
            .append("\r\nUser-Agent: HitlAI-Webhooks/1\r\nAccept: */*\r\nConnection: close")
            .append("\r\nContent-Type: application/json\r\nContent-Length: ")
            .append(content.length);
    headers.forEach((name, value) -> head.append("\r\n").append(name).append(": ").append(value));
    var all = new ByteArrayOutputStream();
    all.writeBytes(head.append("\r\n\r\n").toString().getBytes(ISO_8859_1));
    all.writeBytes(content);
    return all.toByteArray();
  }

  private static Answer read(InputStream in) throws IOException {
    int status = status(line(in));
    // Interim answers (100, 103) come before the one that counts.
    while (status >= 100 && status < 200) {
      headers(in);
      status = status(line(in));
    }
    boolean chunked = headers(in);
    return new Answer(status, status == 204 || status == 304 ? "" : excerpt(in, chunked));
  }

  private static int status(String line) throws IOException {
    if (!line.matches("HTTP/1\\.[01] [1-5]\\d\\d( .*)?")) {
      throw new IOException("The answer isn't HTTP.");
    }
    return Integer.parseInt(line.substring(9, 12));
  }

  /** Reads over the headers; whether the body comes in chunks. */
  private static boolean headers(InputStream in) throws IOException {
    boolean chunked = false;
    for (int count = 0; count < MOST_HEADERS; count++) {
      String line = line(in);
      if (line.isEmpty()) {
        return chunked;
      }
      String lower = line.toLowerCase(Locale.ROOT);
      chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
    }
    throw new IOException("The answer has too many headers.");
  }

  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next == -1) {
        throw new IOException("The connection was closed before an answer came.");
      }
      if (line.length() >= LONGEST_LINE) {
        throw new IOException("The answer has a line that is too long.");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  /** The answer counts by its status: a body that breaks off is no failure. */
  private static String excerpt(InputStream in, boolean chunked) {
    var bytes = new ByteArrayOutputStream();
    try {
      if (chunked) {
        readChunks(in, bytes);
      } else {
        bytes.writeBytes(in.readNBytes(EXCERPT));
      }
    } catch (IOException | NumberFormatException brokenOff) {
      return printable(bytes);
    }
    return printable(bytes);
  }

  private static void readChunks(InputStream in, ByteArrayOutputStream bytes) throws IOException {
    while (bytes.size() < EXCERPT) {
      int length = Integer.parseInt(line(in).split(";", 2)[0].strip(), 16);
      if (length <= 0) {
        return;
      }
      byte[] part = in.readNBytes(Math.min(length, EXCERPT - bytes.size()));
      bytes.writeBytes(part);
      if (part.length < length) {
        return;
      }
      line(in);
    }
  }

  private static String printable(ByteArrayOutputStream bytes) {
    String text = bytes.toString(UTF_8).replaceAll("\\p{Cntrl}+", " ").strip();
    return text.substring(0, Math.min(EXCERPT, text.length()));
  }

  private static boolean isSecure(URI uri) {
    return uri.getScheme().equalsIgnoreCase("https");
  }

  private static int port(URI uri) {
    if (uri.getPort() != -1) {
      return uri.getPort();
    }
    return isSecure(uri) ? 443 : 80;
  }
}
