package dev.hitlai.unlock.internal;

import dev.hitlai.testing.RunCounts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** How fast a company goes. */
@Component
public class CompanyPace {
  private final RunCounts runs;
  private final Clock clock;

  CompanyPace(RunCounts runs, Clock clock) {
    this.runs = runs;
    this.clock = clock;
  }

  /** When so many more tests are completed; empty when none was in the last 30 days. */
  public Optional<LocalDate> date(UUID companyId, long missing) {
    return Pace.date(LocalDate.now(clock), missing, lastThirtyDays(companyId));
  }

  public int lastThirtyDays(UUID companyId) {
    return runs.completedSince(companyId, clock.instant().minus(Pace.WINDOW));
  }
}
