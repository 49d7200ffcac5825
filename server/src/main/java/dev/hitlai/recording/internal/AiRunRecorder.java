package dev.hitlai.recording.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hitlai.aitester.PageRecorder;
import dev.hitlai.api.ApiProblem;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.recording.internal.ingest.BatchIntake;
import dev.hitlai.recording.internal.ingest.Sender;
import dev.hitlai.recording.internal.keys.RunKeys;
import dev.hitlai.recording.internal.sessions.StoredBatches;
import dev.hitlai.testing.RunRecorder;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records AI runs with the recorder that sites use: the same events, so that an AI and people can
 * be compared. It sends straight into the intake, without a network between.
 */
@Component
class AiRunRecorder implements RunRecorder {
  private static final Logger LOG = LoggerFactory.getLogger(AiRunRecorder.class);
  private static final Duration LASTS = Duration.ofHours(2);
  private static final String TRANSPORT = "__hitlaiSend";
  private static final String CONFIG =
      "{\"enabled\":true,\"sample\":1.0,\"replay\":1.0,\"mask\":\"inputs\",\"consent\":false,\"dnt\":false,\"elements\":\"[data-hitlai-track]\"}";

  private final RunKeys keys;
  private final BatchIntake intake;
  private final StoredBatches stored;
  private final JsonMapper json;
  private final @Nullable String scripts;

  AiRunRecorder(RunKeys keys, BatchIntake intake, StoredBatches stored, JsonMapper json) {
    this.keys = keys;
    this.intake = intake;
    this.stored = stored;
    this.json = json;
    this.scripts = scripts();
  }

  private static @Nullable String scripts() {
    var replay = new ClassPathResource("recorder/replay.js");
    var core = new ClassPathResource("recorder/r.js");
    if (!replay.exists() || !core.exists()) {
      return null;
    }
    try {
      return replay.getContentAsString(UTF_8) + "\n" + core.getContentAsString(UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("The recorder can't be read", e);
    }
  }

  @Override
  public Optional<PageRecorder> recorderOf(UUID companyId, UUID testRunId, URI site) {
    if (scripts == null || site.getHost() == null) {
      return Optional.empty();
    }
    String host = site.getHost().toLowerCase(Locale.ROOT);
    try {
      String key =
          Tenancy.as(
              Actor.system("ai-recording"),
              () -> keys.make(companyId, testRunId, null, host, LASTS));
      var sender = new Sender(companyId, Sender.Source.AI, testRunId, null, host);
      return Optional.of(
          new Recorder(
              "if (window.top === window) {"
                  + scripts
                  + "\nwindow.hitlai.start({key:\""
                  + key
                  + "\",transport:\""
                  + TRANSPORT
                  + "\"});}",
              sender));
    } catch (RuntimeException e) {
      LOG.warn("Run {} isn't recorded", testRunId, e);
      return Optional.empty();
    }
  }

  /** The recorder of one run. */
  private final class Recorder implements PageRecorder {
    private final String script;
    private final Sender sender;

    Recorder(String script, Sender sender) {
      this.script = script;
      this.sender = sender;
    }

    @Override
    public String script() {
      return script;
    }

    @Override
    public String transport() {
      return TRANSPORT;
    }

    @Override
    public Answer send(String method, String address, byte @Nullable [] body, String userAgent) {
      try {
        return answer(address, body == null ? new byte[0] : body, userAgent);
      } catch (ApiProblem problem) {
        LOG.debug("A batch of a run was refused", problem);
        return new Answer(problem.code().status(), null);
      } catch (RuntimeException e) {
        LOG.warn("A batch of a run couldn't be stored", e);
        return new Answer(503, null);
      }
    }

    private Answer answer(String address, byte[] body, String userAgent) {
      var uri = UriComponentsBuilder.fromUriString(address).build();
      var parts = uri.getPathSegments();
      var query = uri.getQueryParams().toSingleValueMap();
      if (address.contains("/config")) {
        return new Answer(200, CONFIG);
      }
      UUID session = UUID.fromString(parts.get(2));
      return switch (parts.getLast()) {
        case "batch" -> {
          intake.take(sender, sent(session, query, body, userAgent));
          yield new Answer(202, null);
        }
        case "batches" -> {
          var asked =
              Arrays.stream(query.getOrDefault("n", "").split(",")).map(Integer::valueOf).toList();
          yield new Answer(
              200,
              json.writeValueAsString(
                  Map.of("stored", stored.of(sender.companyId(), session, asked))));
        }
        default -> new Answer(404, null);
      };
    }

    private BatchIntake.Sent sent(
        UUID session, Map<String, String> query, byte[] body, String userAgent) {
      return new BatchIntake.Sent(
          session,
          Integer.parseInt(query.getOrDefault("n", "-1")),
          query.getOrDefault("h", ""),
          Long.parseLong(query.getOrDefault("t", "0")),
          "1".equals(query.get("z")),
          true,
          body,
          userAgent);
    }
  }
}
