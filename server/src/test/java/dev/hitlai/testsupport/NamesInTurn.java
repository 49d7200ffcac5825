package dev.hitlai.testsupport;

import dev.hitlai.platform.net.Names;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/** A name server that changes its mind: each question gets the next answer, the last one stays. */
public final class NamesInTurn implements Names {
  private final Queue<String> answers;
  private int asked;

  public NamesInTurn(String... addresses) {
    answers = new ArrayDeque<>(List.of(addresses));
  }

  @Override
  public synchronized InetAddress[] addresses(String host) throws UnknownHostException {
    asked++;
    String next = answers.size() > 1 ? answers.remove() : answers.element();
    return InetAddress.getAllByName(next);
  }

  public synchronized int asked() {
    return asked;
  }
}
