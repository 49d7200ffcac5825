package dev.hitlai.testing.web;

import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.testing.internal.TestingSettings;
import dev.hitlai.testing.internal.runs.RunBookmark;
import dev.hitlai.testing.internal.runs.RunNews;
import dev.hitlai.testing.internal.runs.RunNews.News;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Sends a run's news as server-sent events until the run ends. Nothing is kept in memory but how
 * far this reader is: each look goes to the database, so any server can serve any run, and a reader
 * that reconnects goes on where it was.
 */
@Component
public class RunStream {
  private static final Logger log = LoggerFactory.getLogger(RunStream.class);

  /** A reader that stays longer reconnects and goes on. */
  private static final Duration LONGEST = Duration.ofMinutes(30);

  private static final long SIGN_OF_LIFE_EVERY_LOOKS = 20;

  private final RunNews news;
  private final Duration pause;

  RunStream(RunNews news, TestingSettings settings) {
    this.news = news;
    this.pause = settings.watchEvery();
  }

  /** How events are worded; the API and the pages tell the same in different members. */
  public interface Wording {
    Object step(dev.hitlai.testing.internal.runs.TakenStep step);

    Object finding(dev.hitlai.testing.internal.findings.FoundIssue finding);

    Object status(dev.hitlai.testing.internal.runs.RunOverview run);

    /** Name of the event that follows the last status. */
    String farewell();
  }

  /**
   * @param lastEventId what the reader saw last, null for a new reader
   * @return empty when there is no such run for the actor
   */
  public Optional<SseEmitter> open(
      UUID runId,
      @org.jspecify.annotations.Nullable String lastEventId,
      Actor actor,
      Wording wording) {
    var bookmark = RunBookmark.parse(lastEventId);
    return news.since(runId, bookmark).map(first -> start(runId, first, actor, wording));
  }

  private SseEmitter start(UUID runId, News first, Actor actor, Wording wording) {
    var emitter = new SseEmitter(LONGEST.toMillis());
    var gone = new AtomicBoolean();
    emitter.onCompletion(() -> gone.set(true));
    emitter.onTimeout(emitter::complete);
    emitter.onError(_ -> gone.set(true));
    Thread.ofVirtual()
        .name("watch-" + runId)
        .start(() -> Tenancy.run(actor, () -> watch(runId, first, emitter, gone, wording)));
    return emitter;
  }

  private void watch(
      UUID runId, News first, SseEmitter emitter, AtomicBoolean gone, Wording wording) {
    try {
      var current = first;
      tell(current, emitter, wording);
      for (long looks = 1; !current.ended() && !gone.get(); looks++) {
        Thread.sleep(pause);
        var next = news.since(runId, current.now());
        if (next.isEmpty()) {
          break;
        }
        current = next.get();
        tell(current, emitter, wording);
        if (looks % SIGN_OF_LIFE_EVERY_LOOKS == 0) {
          emitter.send(SseEmitter.event().comment("still here"));
        }
      }
      if (!gone.get()) {
        emitter.send(event(current, wording.farewell(), wording.status(current.run())));
        emitter.complete();
      }
    } catch (IOException e) {
      log.debug("The reader of run {} is gone", runId, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      log.warn("Stopped telling about run {}", runId, e);
      emitter.completeWithError(e);
    }
  }

  private static void tell(News news, SseEmitter emitter, Wording wording) throws IOException {
    // The id goes with the last event of a look only, so that a reader cut off in between gets the
    // whole look again rather than a part never.
    for (var step : news.steps()) {
      emitter.send(SseEmitter.event().name("step").data(wording.step(step)));
    }
    for (var finding : news.findings()) {
      emitter.send(SseEmitter.event().name("finding").data(wording.finding(finding)));
    }
    if (news.statusChanged() || !news.steps().isEmpty() || !news.findings().isEmpty()) {
      emitter.send(event(news, "status", wording.status(news.run())));
    }
  }

  private static SseEmitter.SseEventBuilder event(News news, String name, Object data) {
    return SseEmitter.event().id(news.now().toString()).name(name).data(data);
  }
}
