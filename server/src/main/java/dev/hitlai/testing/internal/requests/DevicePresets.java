package dev.hitlai.testing.internal.requests;

import static dev.hitlai.testing.internal.jooq.Tables.PLATFORM_PRESETS;

import dev.hitlai.aitester.Platform;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Named devices that an AI tester's browser can emulate. */
@Component
public class DevicePresets {
  private final DSLContext sql;

  DevicePresets(DSLContext sql) {
    this.sql = sql;
  }

  /** A preset to choose. */
  public record Offered(String name, String label, boolean mobile) {}

  @Transactional(readOnly = true)
  public List<Offered> offered() {
    return sql.select(
            PLATFORM_PRESETS.NAME, PLATFORM_PRESETS.DISPLAY_NAME, PLATFORM_PRESETS.CATEGORY)
        .from(PLATFORM_PRESETS)
        .where(PLATFORM_PRESETS.IS_ACTIVE)
        .and(PLATFORM_PRESETS.CATEGORY.in("web", "mobile"))
        .orderBy(PLATFORM_PRESETS.SORT_ORDER, PLATFORM_PRESETS.NAME)
        .fetch(row -> new Offered(row.value1(), row.value2(), row.value3().equals("mobile")));
  }

  @Transactional(readOnly = true)
  public Optional<Platform> named(String name) {
    return sql.selectFrom(PLATFORM_PRESETS)
        .where(PLATFORM_PRESETS.NAME.eq(name))
        .and(PLATFORM_PRESETS.IS_ACTIVE)
        .and(PLATFORM_PRESETS.CATEGORY.in("web", "mobile"))
        .orderBy(PLATFORM_PRESETS.COMPANY_ID.asc().nullsLast())
        .limit(1)
        .fetchOptional(
            row ->
                new Platform(
                    row.getName(),
                    row.getViewportWidth(),
                    row.getViewportHeight(),
                    row.getDeviceScaleFactor().doubleValue(),
                    row.getHasTouch(),
                    row.getUserAgent()));
  }
}
