package dev.hitlai.health.internal.probe;

import dev.hitlai.platform.net.Destinations;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * A connection to an address that was looked up and checked, with the time of each part. Reads and
 * writes end at the deadline, however little they bring at a time.
 */
final class Connection implements AutoCloseable {
  private static final int SURELY_BUFFERED = 4096;

  private final Deadline deadline;
  private final Socket raw;
  private final Socket socket;
  private final double dnsMs;
  private final double connectMs;
  private final @Nullable Double tlsMs;
  private @Nullable Thread watchdog;

  private Connection(
      Deadline deadline, Socket raw, String host, int port, Tls tls, double dnsMs, double connectMs)
      throws IOException {
    this.deadline = deadline;
    this.raw = raw;
    this.dnsMs = dnsMs;
    this.connectMs = connectMs;
    double before = deadline.spentMs();
    if (tls == Tls.NONE) {
      this.socket = raw;
      this.tlsMs = null;
    } else {
      watch();
      this.socket = Handshake.over(raw, host, port, tls == Tls.VERIFIED);
      this.tlsMs = deadline.spentMs() - before;
    }
  }

  /** Whether the connection is encrypted, and whether its certificate has to be right. */
  enum Tls {
    NONE,
    ANY_CERTIFICATE,
    VERIFIED
  }

  static Connection open(String host, int port, Tls tls, Reach reach, Deadline deadline)
      throws IOException, Destinations.Forbidden {
    double before = deadline.spentMs();
    List<InetAddress> addresses = Lookup.resolve(host, reach, deadline);
    double found = deadline.spentMs();
    var raw = connect(addresses, port, deadline);
    double connected = deadline.spentMs();
    try {
      return new Connection(deadline, raw, host, port, tls, found - before, connected - found);
    } catch (IOException | RuntimeException e) {
      raw.close();
      throw e;
    }
  }

  /** The first address that takes the connection, each with a fair part of the time. */
  private static Socket connect(List<InetAddress> addresses, int port, Deadline deadline)
      throws IOException {
    IOException last = null;
    for (int i = 0; i < addresses.size(); i++) {
      var socket = new Socket();
      try {
        int fair = Math.max(1, deadline.leftMs() / (addresses.size() - i));
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress(addresses.get(i), port), fair);
        return socket;
      } catch (IOException e) {
        socket.close();
        last = e;
      }
    }
    throw last == null ? new IOException("The name has no address.") : last;
  }

  double dnsMs() {
    return dnsMs;
  }

  double connectMs() {
    return connectMs;
  }

  @Nullable Double tlsMs() {
    return tlsMs;
  }

  /** When the chain's certificate that ends first ends; null without TLS. */
  @Nullable Instant certificateExpiresAt() throws SSLPeerUnverifiedException {
    if (!(socket instanceof SSLSocket secured)) {
      return null;
    }
    Instant first = null;
    for (Certificate certificate : secured.getSession().getPeerCertificates()) {
      Instant end = ((X509Certificate) certificate).getNotAfter().toInstant();
      first = first == null || end.isBefore(first) ? end : first;
    }
    return first;
  }

  void write(byte[] bytes) throws IOException {
    if (bytes.length > SURELY_BUFFERED) {
      watch();
    }
    OutputStream out = socket.getOutputStream();
    out.write(bytes);
    out.flush();
  }

  /** Reads what there is, at least one byte; -1 at the end. */
  int read(byte[] into) throws IOException {
    socket.setSoTimeout(deadline.leftMs());
    InputStream in = socket.getInputStream();
    return in.read(into);
  }

  /** Timeouts of single reads end neither a handshake that drips nor a write that nobody takes. */
  private void watch() {
    if (watchdog == null) {
      watchdog = Thread.ofVirtual().name("health-watchdog").start(this::closeLater);
    }
  }

  private void closeLater() {
    try {
      Thread.sleep(deadline.leftMs());
      raw.close();
    } catch (InterruptedException answered) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      // It is closed, or was never open: what the watchdog wants.
    }
  }

  @Override
  public void close() {
    if (watchdog != null) {
      watchdog.interrupt();
    }
    try {
      raw.close();
    } catch (IOException e) {
      // The answer has been read; how the connection ends is nobody's concern.
    }
  }
}
