package dev.hitlai.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Answers every request at once, with the least there is. */
final class QuickServer implements AutoCloseable {
  private static final byte[] ANSWER =
      "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok".getBytes(ISO_8859_1);

  private final ServerSocket socket;

  QuickServer() throws IOException {
    socket = new ServerSocket(0, 4096, InetAddress.getByName("0.0.0.0"));
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return socket.getLocalPort();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        var connection = socket.accept();
        Thread.ofVirtual().start(() -> answer(connection));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private static void answer(Socket connection) {
    try (connection) {
      if (connection.getInputStream().read(new byte[4096]) > 0) {
        connection.getOutputStream().write(ANSWER);
      }
    } catch (IOException gone) {
      // Whoever asked has gone; the check counts as failed on its side.
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
