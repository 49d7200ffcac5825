package dev.hitlai.health.web;

import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells open pages of monitors when something looks different. It looks into the database, so that
 * any server can tell of checks that another one made.
 */
@Component
class MonitorStream {
  private static final Logger log = LoggerFactory.getLogger(MonitorStream.class);
  private static final Duration PAUSE = Duration.ofSeconds(2);

  /** A reader that stays longer reconnects. */
  private static final Duration LONGEST = Duration.ofMinutes(30);

  private static final int SIGN_OF_LIFE_EVERY_LOOKS = 8;

  private final MonitorBoard board;

  MonitorStream(MonitorBoard board) {
    this.board = board;
  }

  SseEmitter open(@Nullable UUID owner, Actor actor) {
    var emitter = new SseEmitter(LONGEST.toMillis());
    var gone = new AtomicBoolean();
    emitter.onCompletion(() -> gone.set(true));
    emitter.onTimeout(emitter::complete);
    emitter.onError(_ -> gone.set(true));
    Thread.ofVirtual()
        .name("watch-monitors")
        .start(() -> Tenancy.run(actor, () -> watch(owner, emitter, gone)));
    return emitter;
  }

  private void watch(@Nullable UUID owner, SseEmitter emitter, AtomicBoolean gone) {
    try {
      int shown = 0;
      for (long looks = 0; !gone.get(); looks++) {
        int now = board.print(owner);
        if (now != shown) {
          shown = now;
          emitter.send(SseEmitter.event().name("status").data(board.read(owner).totals()));
        } else if (looks % SIGN_OF_LIFE_EVERY_LOOKS == 0) {
          emitter.send(SseEmitter.event().comment("still here"));
        }
        Thread.sleep(PAUSE);
      }
    } catch (IOException e) {
      log.debug("The reader of the monitors is gone", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      log.debug("Stopped telling of monitors", e);
      emitter.completeWithError(e);
    }
  }
}
