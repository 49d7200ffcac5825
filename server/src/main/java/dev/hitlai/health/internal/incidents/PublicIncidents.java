package dev.hitlai.health.internal.incidents;

import static dev.hitlai.health.internal.jooq.Tables.API_INCIDENTS;

import dev.hitlai.health.internal.incidents.Incident.Update;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Incidents as everybody may see them: public ones of the platform, with what was said publicly.
 * Needs no actor; it reads as the platform and shows nothing else.
 */
@Component
public class PublicIncidents {
  private static final Condition PUBLIC =
      API_INCIDENTS
          .IS_PUBLIC
          .isTrue()
          .and(API_INCIDENTS.COMPANY_ID.isNull())
          .and(API_INCIDENTS.MERGED_INTO.isNull());

  private static final int MOST = 200;

  private final IncidentRows rows;
  private final TransactionTemplate own;

  PublicIncidents(IncidentRows rows, PlatformTransactionManager transactions) {
    this.rows = rows;
    // Of its own: the caller's transaction, if there is one, belongs to somebody who sees less.
    this.own = new TransactionTemplate(transactions);
    own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    own.setReadOnly(true);
  }

  /**
   * An incident for the public.
   *
   * @param status as of incidents, or postmortem once one is published
   * @param updates the latest first
   * @param monitorIds of public monitors only
   * @param rootCause empty unless a post-mortem is published
   */
  public record PublicIncident(
      UUID id,
      String title,
      String status,
      IncidentSeverity severity,
      String impact,
      Instant startedAt,
      Instant updatedAt,
      @Nullable Instant monitoringAt,
      @Nullable Instant resolvedAt,
      List<UUID> monitorIds,
      List<Update> updates,
      String rootCause,
      String resolutionSteps) {}

  public Optional<PublicIncident> find(UUID id) {
    return read(() -> whole(PUBLIC.and(API_INCIDENTS.ID.eq(id))).stream().findFirst());
  }

  private <T> T read(Supplier<T> work) {
    return Tenancy.as(
        Actor.system("public incidents"),
        () -> Objects.requireNonNull(own.execute(_ -> work.get())));
  }

  private List<PublicIncident> whole(Condition which) {
    return rows.list(which, MOST, 0).stream()
        .map(
            one ->
                new PublicIncident(
                    one.id(),
                    one.title(),
                    one.postmortemAt() == null ? one.status().code() : "postmortem",
                    one.severity(),
                    one.impact(),
                    one.startedAt(),
                    one.updatedAt(),
                    one.monitoringAt(),
                    one.resolvedAt(),
                    rows.affected(one.id()).stream()
                        .filter(Incident.Affected::isPublic)
                        .map(Incident.Affected::monitorId)
                        .toList(),
                    rows.updates(one.id(), true).stream().map(PublicIncidents::nameless).toList(),
                    one.postmortemAt() == null ? "" : String.valueOf(one.rootCause()),
                    one.postmortemAt() == null ? "" : String.valueOf(one.resolutionSteps())))
        .toList();
  }

  /** Who said it is nobody else's business. */
  private static Update nameless(Update update) {
    return new Update(update.id(), update.status(), update.message(), null, true, update.at());
  }
}
