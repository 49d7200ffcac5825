package dev.hitlai.billing.internal;

import static dev.hitlai.billing.internal.jooq.Tables.INVOICE_COUNTERS;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Numbers of invoices and credit notes, by year (UTC) and without gaps. */
@Component
class PaperNumbers {
  private final DSLContext sql;
  private final Clock clock;

  PaperNumbers(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** What is numbered. */
  enum Series {
    INVOICE("HIT-%d-%06d"),
    CREDIT_NOTE("HIT-CN-%d-%06d");

    private final String format;

    Series(String format) {
      this.format = format;
    }

    private String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Counted in the paper's own transaction: one that is rolled back gives its number back. */
  @Transactional(propagation = Propagation.MANDATORY)
  public String next(Series series) {
    int year = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).getYear();
    int number =
        sql.insertInto(INVOICE_COUNTERS)
            .set(INVOICE_COUNTERS.YEAR, year)
            .set(INVOICE_COUNTERS.SERIES, series.code())
            .set(INVOICE_COUNTERS.LAST_NUMBER, 1)
            .onConflict(INVOICE_COUNTERS.YEAR, INVOICE_COUNTERS.SERIES)
            .doUpdate()
            .set(INVOICE_COUNTERS.LAST_NUMBER, INVOICE_COUNTERS.LAST_NUMBER.plus(1))
            .returning(INVOICE_COUNTERS.LAST_NUMBER)
            .fetchSingle()
            .getLastNumber();
    return series.format.formatted(year, number);
  }
}
