package dev.hitlai.aitester.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hitlai.aitester.RunListener;
import dev.hitlai.aitester.Secrets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RelayTest {
  private final Heard heard = new Heard();
  private final Relay relay = new Relay(heard, 2, Secrets.statedIn(List.of()));

  private static final class Heard implements RunListener {
    private final List<String> names = new ArrayList<>();
    private final List<Double> fractions = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private boolean stop;

    @Override
    public void progress(String what, double fraction) {
      names.add(what);
      fractions.add(fraction);
      threads.add(Thread.currentThread());
    }

    @Override
    public boolean cancelled() {
      return stop;
    }
  }

  @Test
  void countsEachRunForItsShareAndNeverGoesBack() {
    relay.progress("one", "a", 0.5);
    relay.progress("two", "b", 1);
    relay.progress("one", "c", 0.2);
    relay.progress("one", "d", 7);
    relay.deliverRest();
    assertThat(heard.fractions).hasSize(4);
    assertThat(heard.fractions.get(0)).isCloseTo(0.25, within(1e-9));
    assertThat(heard.fractions.get(1)).isCloseTo(0.75, within(1e-9));
    assertThat(heard.fractions.get(2)).isCloseTo(0.75, within(1e-9));
    assertThat(heard.fractions.get(3)).isCloseTo(1, within(1e-9));
  }

  @Test
  void bringsNewsOfOtherThreadsInOrderOnTheRunsOwnThread() throws InterruptedException {
    var other =
        Thread.ofPlatform()
            .start(
                () -> {
                  relay.progress("one", "first", 0.1);
                  relay.progress("one", "second", 0.2);
                });
    other.join();
    relay.deliver();
    assertThat(heard.names).containsExactly("first", "second");
    assertThat(heard.threads).containsOnly(Thread.currentThread());
  }

  @Test
  void hearsTheWishToStopAndKeepsIt() throws InterruptedException {
    relay.deliver();
    assertThat(relay.cancelled()).isFalse();
    heard.stop = true;
    relay.deliver();
    heard.stop = false;
    relay.deliver();
    assertThat(relay.cancelled()).isTrue();
  }
}
