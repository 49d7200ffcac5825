package dev.hitlai.bench;

import dev.hitlai.notifications.Receivers;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.transaction.support.TransactionTemplate;

/** Webhooks that take a connection and never say a word. */
final class HangingReceivers implements AutoCloseable {
  private static final int RECEIVERS = 50;

  private final ServerSocket socket = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
  private final List<Socket> held = new CopyOnWriteArrayList<>();

  HangingReceivers() throws IOException {
    Thread.ofVirtual().start(this::accept);
  }

  /** Has something sent to each of them. */
  void receive(Receivers receivers, TransactionTemplate transactions) {
    Tenancy.run(
        Actor.system("health bench"),
        () ->
            transactions.executeWithoutResult(
                _ -> {
                  for (int i = 0; i < RECEIVERS; i++) {
                    String url = "http://127.0.0.1:" + socket.getLocalPort() + "/" + i;
                    var made =
                        receivers.make(Receivers.Purpose.ALERTS, Receivers.Channel.WEBHOOK, url);
                    receivers.send(made.id(), "alert.firing", Map.of("n", i));
                  }
                }));
  }

  /** Connections that it holds, or held. */
  int held() {
    return held.size();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        held.add(socket.accept());
      } catch (IOException closed) {
        return;
      }
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
    for (var one : held) {
      one.close();
    }
  }
}
