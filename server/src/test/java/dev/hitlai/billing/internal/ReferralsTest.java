package dev.hitlai.billing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.billing.Earnings;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.TestAccounts;
import dev.hitlai.testsupport.TestDatabase;
import java.math.BigDecimal;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class ReferralsTest {
  @LocalServerPort int port;
  @Autowired Earnings earnings;
  @Autowired Bonuses bonuses;
  @Autowired Referrals referrals;
  @Autowired TransactionTemplate transactions;
  @Autowired TestDatabase database;

  @Test
  void paysForAReferralAtTenTestsOfTheOneWhoCameAndRefusesCodesOfNobody() {
    var company = company();
    var referrer = tester();
    var newcomer = tester();
    String code = dev.hitlai.testers.TesterRoster.referralCode(referrer);
    assertThatThrownBy(() -> referrals.enter(newcomer, "0123456789ab"))
        .isInstanceOf(ApiProblem.class);
    assertThatThrownBy(() -> referrals.enter(referrer, code)).isInstanceOf(ApiProblem.class);
    referrals.enter(newcomer, code);
    assertThatThrownBy(() -> referrals.enter(newcomer, code)).isInstanceOf(ApiProblem.class);
    for (int test = 0; test < 9; test++) {
      earn(newcomer, company, "t" + test);
    }
    Tenancy.as(Actor.system("test"), bonuses::payDue);
    assertThat(does(() -> earnings.balance(referrer)).available()).isZero();
    earn(newcomer, company, "t9");
    Tenancy.as(Actor.system("test"), bonuses::payDue);
    Tenancy.as(Actor.system("test"), bonuses::payDue);
    assertThat(does(() -> earnings.balance(referrer)).available()).isEqualByComparingTo("100.00");
  }

  private void earn(UUID tester, UUID company, String test) {
    does(
        () ->
            earnings.earn(
                tester,
                company,
                test + tester,
                BigDecimal.ONE,
                new BigDecimal("0.40"),
                BigDecimal.ZERO));
  }

  private UUID company() {
    return new TestAccounts(port).company().id();
  }

  private UUID tester() {
    var person = new TestAccounts(port).tester();
    return database.asSystem(
        sql ->
            (UUID)
                sql.fetchValue(
                    "select id from testers.human_testers where user_id = ?", person.id()));
  }

  private <T> T does(Supplier<T> work) {
    return Tenancy.as(Actor.system("test"), () -> transactions.execute(status -> work.get()));
  }
}
