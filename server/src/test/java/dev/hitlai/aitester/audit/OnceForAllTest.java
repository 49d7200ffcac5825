package dev.hitlai.aitester.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OnceForAllTest {
  private final OnceForAll<String, Integer> answers = new OnceForAll<>();
  private final AtomicInteger found = new AtomicInteger();

  @Test
  void tellsTheSecondWhatTheFirstFoundOut() {
    assertThat(answers.of("how many", found::incrementAndGet)).isEqualTo(1);
    assertThat(answers.of("how many", found::incrementAndGet)).isEqualTo(1);
  }

  @Test
  void findsOutAnewWhatIsAnotherQuestion() {
    answers.of("how many", found::incrementAndGet);
    assertThat(answers.of("how large", found::incrementAndGet)).isEqualTo(2);
  }

  @Test
  void letsTheNextOneLookWhenTheFirstCouldNot() {
    assertThatThrownBy(() -> answers.of("how many", OnceForAllTest::fail))
        .hasMessage("The page is gone");
    assertThat(answers.of("how many", found::incrementAndGet)).isEqualTo(1);
  }

  @Test
  void makesWhoAsksMeanwhileWaitForTheFirst() {
    var looking = new CountDownLatch(1);
    var seen = new CompletableFuture<Integer>();
    var first =
        CompletableFuture.supplyAsync(
            () ->
                answers.of(
                    "how many",
                    () -> {
                      looking.countDown();
                      return seen.join();
                    }));
    var second =
        CompletableFuture.supplyAsync(
            () -> {
              await(looking);
              return answers.of("how many", found::incrementAndGet);
            });
    await(looking);
    seen.complete(7);
    assertThat(first.join()).isEqualTo(7);
    assertThat(second.join()).isEqualTo(7);
    assertThat(found).hasValue(0);
  }

  private static int fail() {
    throw new IllegalStateException("The page is gone");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
