package dev.hitlai.monitoring.internal.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hitlai.monitoring.internal.MonitoringSettings;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.testsupport.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;

class CallQueueTest {
  private static final TestDatabase DATABASE = TestDatabase.fresh();

  @Test
  void dropsTheNewestWhenItIsFullAndSaysHowMany() {
    var queue = queue(10, translating());
    for (int i = 0; i < 15; i++) {
      queue.add(call(null));
    }
    assertThat(queue.state()).isEqualTo(new CallQueue.State(0, 10, 5, 0));
    write(queue);
    assertThat(queue.state()).isEqualTo(new CallQueue.State(10, 0, 5, 0));
  }

  @Test
  void losesOnlyTheRowsThatTheDatabaseRefuses() {
    long before = rows();
    var queue = queue(100, translating());
    queue.add(call(null));
    queue.add(call(UUID.randomUUID()));
    queue.add(call(null));
    write(queue);
    assertThat(queue.state()).isEqualTo(new CallQueue.State(2, 0, 1, 0));
    assertThat(rows() - before).isEqualTo(2);
  }

  @Test
  void keepsABatchUntilTheDatabaseIsBackAndGivesItUpAtLast() {
    var away = new Away();
    var queue = queue(100, away);
    queue.add(call(null));
    for (int tries = 0; tries < 4; tries++) {
      assertThatThrownBy(() -> write(queue)).hasMessage("away");
    }
    assertThat(queue.state().dropped()).isZero();
    away.gone = false;
    write(queue);
    assertThat(queue.state()).isEqualTo(new CallQueue.State(1, 0, 0, 0));

    away.gone = true;
    queue.add(call(null));
    for (int tries = 0; tries < 4; tries++) {
      assertThatThrownBy(() -> write(queue)).hasMessage("away");
    }
    write(queue);
    assertThat(queue.state()).isEqualTo(new CallQueue.State(1, 0, 1, 0));
  }

  private static CallQueue queue(int size, TransactionOperations transactions) {
    return new CallQueue(
        DATABASE.jooq(),
        transactions,
        new MonitoringSettings(Duration.ofSeconds(1), 600, 100, size, 0, "127.0.0.1"),
        new SimpleMeterRegistry());
  }

  private static void write(CallQueue queue) {
    Tenancy.run(Actor.system("test"), () -> queue.write(false));
  }

  private static Call call(@Nullable UUID company) {
    return new Call(
        UUID.randomUUID(),
        Instant.now(),
        "GET",
        "/api/things",
        "/api/things",
        null,
        null,
        company,
        "192.0.2.1",
        null,
        null,
        200,
        null,
        Duration.ofMillis(3),
        null,
        null);
  }

  private static long rows() {
    return DATABASE.asSystem(
        sql -> sql.fetchSingle("select count(*) from monitoring.api_call_logs").get(0, Long.class));
  }

  /** As in the product, where Spring translates what jOOQ throws. */
  private static TransactionOperations translating() {
    return new TransactionOperations() {
      @Override
      public <T> @Nullable T execute(TransactionCallback<T> action) {
        try {
          return DATABASE.transactions().execute(action);
        } catch (org.jooq.exception.IntegrityConstraintViolationException refused) {
          throw new DataIntegrityViolationException("refused", refused);
        }
      }
    };
  }

  private static final class Away implements TransactionOperations {
    private boolean gone = true;

    @Override
    public <T> @Nullable T execute(TransactionCallback<T> action) {
      if (gone) {
        throw new IllegalStateException("away");
      }
      return DATABASE.transactions().execute(action);
    }
  }
}
