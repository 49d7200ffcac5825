package dev.hitlai.recording.web;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.ErrorCode;
import dev.hitlai.api.RateLimited;
import dev.hitlai.identity.Access;
import dev.hitlai.recording.internal.ingest.BatchIntake;
import dev.hitlai.recording.internal.ingest.Unpacking;
import dev.hitlai.recording.internal.keys.RecordingRules;
import dev.hitlai.recording.internal.keys.Senders;
import dev.hitlai.recording.internal.sessions.Forgetting;
import dev.hitlai.recording.internal.sessions.StoredBatches;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the recorder in a page talks to. Its key says who it is. */
@RestController
@RequestMapping("/api/recordings")
@Access(everyone = true)
@Tag(name = "Recorder")
class RecorderController {
  private static final int PER_MINUTE = 600;
  private static final int MOST_ASKED = 500;

  private final Senders senders;
  private final BatchIntake intake;
  private final StoredBatches stored;
  private final Forgetting forgetting;

  RecorderController(
      Senders senders, BatchIntake intake, StoredBatches stored, Forgetting forgetting) {
    this.senders = senders;
    this.intake = intake;
    this.stored = stored;
    this.forgetting = forgetting;
  }

  /** What to record, in the short names of the wire. */
  record Config(
      boolean enabled,
      double sample,
      double replay,
      String mask,
      boolean consent,
      boolean dnt,
      String elements) {
    static Config of(RecordingRules rules) {
      return new Config(
          rules.enabled(),
          rules.sampleRate(),
          rules.replayRate(),
          rules.mask(),
          rules.consentRequired(),
          rules.honourDoNotTrack(),
          rules.watchedElements());
    }
  }

  /**
   * @param stored numbers of batches that are durable
   */
  record Stored(List<Integer> stored) {}

  /**
   * @param duplicate whether the batch was stored before
   */
  record Taken(boolean duplicate) {}

  @GetMapping("/config")
  @RateLimited(value = PER_MINUTE, byAddress = true, perServer = true)
  @Operation(
      summary = "What to record",
      description = "For the recorder; k is a write key or the key of a run.")
  Config config(
      @RequestParam(name = "k", required = false) @Nullable String key,
      @RequestHeader(name = "Origin", required = false) @Nullable String origin,
      HttpServletResponse response) {
    var allowed = senders.allow(key, origin);
    response.setHeader("Cache-Control", "private, max-age=300");
    return Config.of(allowed.rules());
  }

  @PostMapping("/{sessionId}/batch")
  @RateLimited(value = PER_MINUTE, byAddress = true, perServer = true)
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Store a batch of a recording",
      description =
          "Answers when the batch is durable. n is its number in the session, h the FNV-1a hash of"
              + " the unpacked body, t the sender's clock, z=1 a body packed by gzip. 503 asks to"
              + " send it again after Retry-After seconds.")
  Taken batch(
      @PathVariable UUID sessionId,
      @RequestParam(name = "k", required = false) @Nullable String key,
      @RequestParam(name = "n", defaultValue = "-1") int number,
      @RequestParam(name = "h", defaultValue = "") String hash,
      @RequestParam(name = "t", defaultValue = "-1") long sentAt,
      @RequestParam(name = "z", defaultValue = "0") String packed,
      @RequestHeader(name = "Origin", required = false) @Nullable String origin,
      @RequestHeader(name = "User-Agent", defaultValue = "") String userAgent,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var allowed = senders.allow(key, origin);
    if (!allowed.rules().enabled()) {
      throw ApiProblem.forbidden("This company doesn't record at the moment.");
    }
    if (sentAt < 0) {
      throw ApiProblem.invalid("t", "must be the clock when it was sent, in ms since 1970");
    }
    byte[] body = request.getInputStream().readNBytes(Unpacking.MOST_SENT + 1);
    try {
      return new Taken(
          intake.take(
              allowed.sender(),
              new BatchIntake.Sent(
                  sessionId,
                  number,
                  hash,
                  sentAt,
                  packed.equals("1"),
                  allowed.replays(sessionId),
                  body,
                  userAgent)));
    } catch (ApiProblem problem) {
      if (problem.code() == ErrorCode.UNAVAILABLE) {
        response.setHeader("Retry-After", "1");
      }
      throw problem;
    }
  }

  @GetMapping("/{sessionId}/batches")
  @RateLimited(value = PER_MINUTE, byAddress = true, perServer = true)
  @Operation(summary = "Which batches are stored", description = "n lists numbers, as 3,4,7.")
  Stored batches(
      @PathVariable UUID sessionId,
      @RequestParam(name = "k", required = false) @Nullable String key,
      @RequestParam(name = "n", defaultValue = "") String numbers,
      @RequestHeader(name = "Origin", required = false) @Nullable String origin) {
    var allowed = senders.allow(key, origin);
    return new Stored(stored.of(allowed.sender().companyId(), sessionId, parse(numbers)));
  }

  @PostMapping("/{sessionId}/forget")
  @RateLimited(value = PER_MINUTE, byAddress = true, perServer = true)
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Forget a session",
      description = "Erases what was recorded; batches that come later are refused with 410.")
  void forget(
      @PathVariable UUID sessionId,
      @RequestParam(name = "k", required = false) @Nullable String key,
      @RequestHeader(name = "Origin", required = false) @Nullable String origin) {
    var allowed = senders.allow(key, origin);
    forgetting.forgetAtItsWish(allowed.sender().companyId(), sessionId);
  }

  private static List<Integer> parse(String numbers) {
    var list = new ArrayList<Integer>();
    try {
      for (String number : numbers.split(",", MOST_ASKED)) {
        list.add(Integer.parseUnsignedInt(number.strip()));
      }
    } catch (NumberFormatException none) {
      throw ApiProblem.invalid("n", "must be numbers with commas between");
    }
    return list;
  }
}
