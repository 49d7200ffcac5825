package dev.hitlai.monitoring.internal.system;

import static dev.hitlai.monitoring.internal.jooq.Tables.SYSTEM_HEALTH_CHECKS;

import dev.hitlai.platform.SelfCheck;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** Tries out every part that can say how it does, and keeps what it said. */
@Component
public class PartProbes {
  private static final long PATIENCE_SECONDS = 10;
  private static final String NO_MODEL = "No model is set up.";

  private final List<SelfCheck> parts;
  private final DiskPart disk;
  private final DSLContext sql;
  private final TransactionOperations transactions;
  private final Clock clock;

  PartProbes(
      List<SelfCheck> parts,
      DiskPart disk,
      DSLContext sql,
      TransactionOperations transactions,
      Clock clock) {
    this.parts = parts;
    this.disk = disk;
    this.sql = sql;
    this.transactions = transactions;
    this.clock = clock;
  }

  private record Probe(
      String name,
      String type,
      double millis,
      @Nullable String error,
      String message,
      Map<String, ?> figures) {}

  /** For a system's actor. */
  public void run() {
    var probes = new ArrayList<Probe>();
    for (var part : parts) {
      probes.add(probe(part));
    }
    if (parts.stream().noneMatch(part -> type(part.part()).equals("ai_model"))) {
      // Without a model the platform works, by rules of its own: that is no outage.
      probes.add(new Probe("models", "ai_model", 0, null, NO_MODEL, Map.of("models", 0)));
    }
    transactions.executeWithoutResult(_ -> probes.forEach(this::insert));
  }

  private Probe probe(SelfCheck part) {
    long began = System.nanoTime();
    String error = attempt(part);
    double millis = (System.nanoTime() - began) / 1e6;
    return new Probe(
        part.part(),
        type(part.part()),
        millis,
        error,
        error == null ? "Fine." : error,
        figures(part.part()));
  }

  private static @Nullable String attempt(SelfCheck part) {
    var check =
        new FutureTask<>(
            () -> {
              Tenancy.run(Actor.system("probe-parts"), part::check);
              return true;
            });
    var thread = Thread.ofVirtual().name("probe-" + part.part()).start(check);
    try {
      check.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return null;
    } catch (TimeoutException e) {
      thread.interrupt();
      return "No answer within %d s.".formatted(PATIENCE_SECONDS);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      String said = cause == null ? null : cause.getMessage();
      return said == null ? String.valueOf(cause) : said;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "Interrupted.";
    }
  }

  static String type(String part) {
    return switch (part) {
      case "database", "queue", "storage", "browser" -> part;
      case "disk" -> "storage";
      default -> part.startsWith("model") ? "ai_model" : "api";
    };
  }

  private Map<String, ?> figures(String part) {
    return switch (part) {
      case "database" ->
          quietly(
              () ->
                  Map.of(
                      "connections",
                      number(
                          "select count(*) from pg_stat_activity where datname ="
                              + " current_database()")));
      case "queue" ->
          quietly(
              () ->
                  Map.of(
                      "waiting",
                      number(
                          "select count(*) from platform.scheduled_tasks where not picked and"
                              + " execution_time <= now()"),
                      "running",
                      number("select count(*) from platform.scheduled_tasks where picked")));
      case "disk" -> quietly(disk::space);
      default -> Map.of();
    };
  }

  private long number(String query) {
    Long found = transactions.execute(_ -> sql.fetchSingle(query).get(0, Long.class));
    return found == null ? 0 : found;
  }

  /** OperationFigures are extra: a part that is down has none. */
  private static Map<String, ?> quietly(Callable<Map<String, ?>> figures) {
    try {
      return figures.call();
    } catch (IOException | RuntimeException e) {
      return Map.of();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void insert(Probe probe) {
    sql.insertInto(SYSTEM_HEALTH_CHECKS)
        .set(SYSTEM_HEALTH_CHECKS.SERVICE_NAME, probe.name())
        .set(SYSTEM_HEALTH_CHECKS.CHECK_TYPE, probe.type())
        .set(SYSTEM_HEALTH_CHECKS.IS_HEALTHY, probe.error() == null)
        .set(
            SYSTEM_HEALTH_CHECKS.RESPONSE_TIME_MS,
            BigDecimal.valueOf(probe.millis()).setScale(3, RoundingMode.HALF_UP))
        .set(SYSTEM_HEALTH_CHECKS.STATUS_MESSAGE, probe.message())
        .set(
            SYSTEM_HEALTH_CHECKS.ERROR_DETAILS,
            probe.error() == null ? null : json(Map.of("message", probe.error())))
        .set(SYSTEM_HEALTH_CHECKS.METRICS, json(probe.figures()))
        .set(SYSTEM_HEALTH_CHECKS.CREATED_AT, clock.instant())
        .execute();
  }

  private static JSONB json(Map<String, ?> members) {
    return JSONB.valueOf(JsonMapper.shared().writeValueAsString(members));
  }
}
