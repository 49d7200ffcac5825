package dev.hitlai.billing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.testing.TestCompany;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.SettableClock;
import dev.hitlai.testsupport.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class MonthlyRevenueTest {
  @Autowired MonthlyRevenue revenue;
  @Autowired CompanyBook book;
  @Autowired TransactionTemplate transactions;
  @Autowired TestDatabase database;
  @Autowired SettableClock clock;

  @AfterEach
  void putTheClockBack() {
    clock.reset();
  }

  @Test
  void countsChargesOfTheLastThirtyDaysLessWhatWasTakenBack() {
    var company = TestCompany.make(database, 10, 3);
    BigDecimal before = current();
    String reference = UUID.randomUUID().toString();
    system(() -> book.charge(company.id(), reference, new BigDecimal("12.50"), "A test"));
    system(() -> book.charge(company.id(), reference + "b", new BigDecimal("5.00"), "A test"));
    assertThat(current().subtract(before)).isEqualByComparingTo("17.50");
    system(() -> book.takeBack(company.id(), reference, "It failed"));
    assertThat(current().subtract(before)).isEqualByComparingTo("5.00");
    clock.advance(Duration.ofDays(31));
    assertThat(current()).isLessThanOrEqualTo(before);
  }

  private BigDecimal current() {
    return Tenancy.as(Actor.system("test"), () -> revenue.current());
  }

  private void system(Runnable work) {
    Tenancy.run(Actor.system("test"), () -> transactions.executeWithoutResult(_ -> work.run()));
  }
}
