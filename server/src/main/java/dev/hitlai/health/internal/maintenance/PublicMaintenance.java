package dev.hitlai.health.internal.maintenance;

import static dev.hitlai.health.internal.jooq.Tables.API_MAINTENANCE_WINDOWS;

import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.SortField;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Planned work as everybody may see it, without internal notes. Needs no actor; it reads as the
 * platform and shows nothing else.
 */
@Component
public class PublicMaintenance {
  private static final int MOST = 200;

  private final WindowRows rows;
  private final TransactionTemplate own;

  PublicMaintenance(WindowRows rows, PlatformTransactionManager transactions) {
    this.rows = rows;
    // Of its own: the caller's transaction, if there is one, belongs to somebody who sees less.
    this.own = new TransactionTemplate(transactions);
    own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    own.setReadOnly(true);
  }

  public Optional<Window> find(UUID id) {
    return read(API_MAINTENANCE_WINDOWS.ID.eq(id), API_MAINTENANCE_WINDOWS.SCHEDULED_START.desc())
        .stream()
        .findFirst();
  }

  private List<Window> read(Condition which, SortField<?> order) {
    return Tenancy.as(
            Actor.system("public maintenance"),
            () -> Objects.requireNonNull(own.execute(_ -> rows.list(which, order, MOST, 0))))
        .stream()
        .map(PublicMaintenance::withoutNotes)
        .toList();
  }

  private static Window withoutNotes(Window all) {
    return new Window(
        all.id(),
        all.title(),
        all.description(),
        all.affected(),
        all.impact(),
        all.status(),
        all.scheduledStart(),
        all.scheduledEnd(),
        all.actualStart(),
        all.actualEnd(),
        all.durationMinutes(),
        all.publicMessage(),
        "",
        all.createdAt(),
        all.updatedAt());
  }
}
