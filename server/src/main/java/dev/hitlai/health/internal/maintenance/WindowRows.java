package dev.hitlai.health.internal.maintenance;

import static dev.hitlai.health.internal.jooq.Tables.API_MAINTENANCE_WINDOWS;

import dev.hitlai.health.internal.jooq.tables.records.ApiMaintenanceWindowsRecord;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.SortField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads planned work. */
@Component
class WindowRows {
  private final DSLContext sql;

  WindowRows(DSLContext sql) {
    this.sql = sql;
  }

  List<Window> list(Condition which, SortField<?> order, int limit, long offset) {
    return sql.selectFrom(API_MAINTENANCE_WINDOWS)
        .where(which)
        .orderBy(order, API_MAINTENANCE_WINDOWS.ID.desc())
        .limit(limit)
        .offset(offset)
        .fetch(WindowRows::read);
  }

  int count(Condition which) {
    return sql.fetchCount(API_MAINTENANCE_WINDOWS, which);
  }

  Optional<Window> find(UUID id) {
    return sql.selectFrom(API_MAINTENANCE_WINDOWS)
        .where(API_MAINTENANCE_WINDOWS.ID.eq(id))
        .fetchOptional(WindowRows::read);
  }

  Optional<ApiMaintenanceWindowsRecord> locked(UUID id) {
    return sql.selectFrom(API_MAINTENANCE_WINDOWS)
        .where(API_MAINTENANCE_WINDOWS.ID.eq(id))
        .forUpdate()
        .fetchOptional();
  }

  static Window read(ApiMaintenanceWindowsRecord row) {
    return new Window(
        row.getId(),
        row.getTitle(),
        text(row.getDescription()),
        List.of(row.getAffectedEndpoints()),
        Window.Impact.of(row.getImpactLevel()),
        Window.Status.of(row.getStatus()),
        row.getScheduledStart(),
        row.getScheduledEnd(),
        row.getActualStart(),
        row.getActualEnd(),
        row.getDurationMinutes(),
        text(row.getPublicMessage()),
        text(row.getInternalNotes()),
        row.getCreatedAt(),
        row.getUpdatedAt());
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
