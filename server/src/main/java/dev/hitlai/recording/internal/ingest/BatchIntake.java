package dev.hitlai.recording.internal.ingest;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.ErrorCode;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/** Takes batches in and returns when they are durable. */
@Component
public class BatchIntake {
  /** Clocks that are off by less are right: the way takes time, too. */
  private static final long RIGHT_MILLIS = 5000;

  private static final int HEX = 16;

  private final GroupWriter writer;
  private final IngestSettings settings;
  private final Clock clock;

  BatchIntake(GroupWriter writer, IngestSettings settings, Clock clock) {
    this.writer = writer;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * A batch as it came.
   *
   * @param hash FNV-1a of the unpacked body, 8 hex digits
   * @param sentAt the sender's clock when it sent, milliseconds since 1970
   * @param replay whether the session was chosen to be replayed: then the body is kept
   */
  public record Sent(
      UUID sessionId,
      int sequence,
      String hash,
      long sentAt,
      boolean packed,
      boolean replay,
      byte[] body,
      String userAgent) {}

  /**
   * Stores a batch; true when it was stored before.
   *
   * @throws ApiProblem 400, 403, 404, 409, 410, 413 or 422 when it never will be stored, 503 when
   *     it should be sent again
   */
  public boolean take(Sender sender, Sent sent) {
    if (sent.body().length > Unpacking.MOST_SENT) {
      throw Refused.tooLarge("A batch has at most 1 MB.");
    }
    var batch = read(sender, sent);
    writer.submit(batch);
    return switch (await(batch)) {
      case STORED -> false;
      case STORED_BEFORE -> true;
      case ANOTHER_WITH_THE_NUMBER ->
          throw ApiProblem.conflict("Another batch of this session has this number.");
      case FORGOTTEN ->
          throw new ApiProblem(ErrorCode.GONE, "This session was forgotten at its own wish.");
      case TRY_AGAIN -> throw GroupWriter.busy();
      case OF_SOMEBODY_ELSE -> throw ApiProblem.notFound("This session isn't this key's.");
    };
  }

  private Batch read(Sender sender, Sent sent) {
    if (sent.sequence() < 0) {
      throw Refused.unreadable("\"n\" must be a number from 0 on.");
    }
    byte[] plain = sent.packed() ? Unpacking.gunzip(sent.body()) : sent.body();
    int hash = Unpacking.hash(plain);
    if (hash != hash(sent.hash())) {
      throw Refused.unreadable("\"h\" is not the hash of the body: it was changed on its way.");
    }
    // PostgreSQL keeps microseconds.
    Instant now = clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
    long skew = now.toEpochMilli() - sent.sentAt();
    var batch =
        new Batch(
            sent.sessionId(),
            sent.sequence(),
            hash,
            sender,
            Fields.cut(sent.userAgent(), 500),
            now,
            Math.abs(skew) > RIGHT_MILLIS ? skew : 0,
            sent.body().length);
    BatchReader.read(batch, plain, plain.length);
    if (sent.replay() || batch.snapshot) {
      batch.body = sent.packed() ? sent.body() : Unpacking.gzip(plain);
    }
    return batch;
  }

  private static int hash(String hex) {
    if (hex.length() != 8) {
      throw Refused.unreadable("\"h\" must be 8 hexadecimal digits.");
    }
    try {
      return Integer.parseUnsignedInt(hex, HEX);
    } catch (NumberFormatException none) {
      throw Refused.unreadable("\"h\" must be 8 hexadecimal digits.");
    }
  }

  private Batch.Outcome await(Batch batch) {
    try {
      return batch.outcome.get(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof ApiProblem problem ? problem : GroupWriter.busy();
    } catch (TimeoutException late) {
      throw GroupWriter.busy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw GroupWriter.busy();
    }
  }
}
