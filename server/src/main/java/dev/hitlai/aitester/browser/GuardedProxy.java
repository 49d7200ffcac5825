package dev.hitlai.aitester.browser;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * A forward proxy on this machine through which browsers reach the network, so that they can't
 * reach forbidden addresses: it looks a name up once, judges every address it leads to and connects
 * to the very one it judged. A name that changes its address in between, a redirect, a frame or a
 * socket gain nothing by it.
 */
public final class GuardedProxy implements AutoCloseable {
  private static final int CONNECT_MILLIS = 10_000;
  private static final int HEAD_MILLIS = 30_000;

  private final Predicate<InetAddress> forbidden;
  private final ServerSocket server;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  /**
   * @param forbidden addresses that nobody may reach
   */
  public GuardedProxy(Predicate<InetAddress> forbidden) {
    this.forbidden = forbidden;
    try {
      this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException("The proxy before the browsers could not be opened", e);
    }
    Thread.ofVirtual().name("guarded-proxy").start(this::accept);
  }

  /** The address that browsers are given. */
  String address() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        var browser = server.accept();
        Thread.ofVirtual().start(() -> serve(browser));
      } catch (IOException e) {
        ended(e);
      }
    }
  }

  private void serve(Socket browser) {
    open.add(browser);
    try (browser) {
      browser.setSoTimeout(HEAD_MILLIS);
      var from = new BufferedInputStream(browser.getInputStream());
      var head = ProxyRequest.read(from);
      browser.setSoTimeout(0);
      if (head != null) {
        forward(head, from, browser);
      }
    } catch (IOException | IllegalArgumentException e) {
      ended(e);
    } finally {
      open.remove(browser);
    }
  }

  private void forward(ProxyRequest request, InputStream from, Socket browser) throws IOException {
    var addresses = InetAddress.getAllByName(request.host());
    if (Arrays.stream(addresses).anyMatch(forbidden)) {
      refuse(browser.getOutputStream());
      return;
    }
    try (var site = connect(addresses, request.port())) {
      if (request.isTunnel()) {
        send(browser.getOutputStream(), "HTTP/1.1 200 Connected\r\n\r\n");
      } else {
        send(site.getOutputStream(), request.forwarded());
      }
      Thread.ofVirtual().start(() -> upload(from, site));
      site.getInputStream().transferTo(browser.getOutputStream());
    }
  }

  /** The first of a site's addresses that answers. */
  private static Socket connect(InetAddress[] addresses, int port) throws IOException {
    IOException failure = new IOException("No address");
    for (var address : addresses) {
      var socket = new Socket();
      try {
        socket.connect(new InetSocketAddress(address, port), CONNECT_MILLIS);
        return socket;
      } catch (IOException e) {
        socket.close();
        failure = e;
      }
    }
    throw failure;
  }

  /** Ends with either connection: closing a socket wakes whoever reads from it. */
  private static void upload(InputStream from, Socket site) {
    try {
      from.transferTo(site.getOutputStream());
      site.shutdownOutput();
    } catch (IOException e) {
      ended(e);
    }
  }

  private static void refuse(OutputStream browser) throws IOException {
    String why = "This server does not test hosts on private networks or on itself.";
    send(
        browser,
        "HTTP/1.1 403 Forbidden\r\nContent-Type: text/plain\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
            .formatted(why.length(), why));
  }

  private static void send(OutputStream to, String text) throws IOException {
    to.write(text.getBytes(StandardCharsets.ISO_8859_1));
    to.flush();
  }

  /** Connections end in many ways, none of which is ours to mend: the browser tells the tester. */
  private static void ended(Exception how) {
    System.getLogger(GuardedProxy.class.getName())
        .log(System.Logger.Level.DEBUG, "A connection ended", how);
  }

  @Override
  public void close() {
    try {
      server.close();
      for (var socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      ended(e);
    }
  }
}
