package dev.hitlai.billing.internal;

import static dev.hitlai.billing.internal.Books.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.billing.BonusKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random histories against a model that is nothing but sums in maps. */
class LedgerHistoriesTest {
  private static final Books BOOKS = new Books();

  /** What a history has to come to. */
  private static final class Model {
    final Map<String, BigDecimal> balances = new HashMap<>();
    final Map<String, BigDecimal> charged = new HashMap<>();
    final Map<String, BigDecimal> earned = new HashMap<>();
    final Map<String, String> holds = new HashMap<>();

    void add(String account, BigDecimal amount) {
      balances.merge(account, amount, BigDecimal::add);
    }
  }

  /** One thing that happens, with what it should do to the model if nobody saw it before. */
  private record Fact(Callable<Boolean> posted) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13})
  void everyHistoryBalancesAndCountsEachReferenceOnce(long seed) {
    var random = new Random(seed);
    var companies = List.of(BOOKS.company(), BOOKS.company());
    var testers = List.of(BOOKS.tester(), BOOKS.tester());
    var model = new Model();
    for (int fact = 0; fact < 120; fact++) {
      happen(random, seed, companies, testers, model);
    }
    for (UUID company : companies) {
      assertThat(BOOKS.does(() -> BOOKS.ledger.ofCompany(company)))
          .isEqualByComparingTo(model.balances.getOrDefault("c" + company, BigDecimal.ZERO));
      var statement = BOOKS.does(() -> BOOKS.ledger.statementOfCompany(company, 1000, 0));
      assertThat(sum(statement.lines().stream().map(line -> line.amount()).toList()))
          .isEqualByComparingTo(BOOKS.does(() -> BOOKS.ledger.ofCompany(company)));
    }
    for (UUID tester : testers) {
      assertThat(BOOKS.balance(AccountKind.TESTER_PAYABLE, tester))
          .isEqualByComparingTo(model.balances.getOrDefault("t" + tester, BigDecimal.ZERO));
      assertThat(BOOKS.balance(AccountKind.TESTER_HELD, tester))
          .isEqualByComparingTo(model.balances.getOrDefault("h" + tester, BigDecimal.ZERO));
      var statement = BOOKS.does(() -> BOOKS.ledger.statementOfTester(tester, 1000, 0));
      assertThat(sum(statement.lines().stream().map(line -> line.amount()).toList()))
          .isEqualByComparingTo(BOOKS.balance(AccountKind.TESTER_PAYABLE, tester));
    }
    assertEverythingBalances();
  }

  private void happen(
      Random random, long seed, List<UUID> companies, List<UUID> testers, Model model) {
    var company = companies.get(random.nextInt(companies.size()));
    var tester = testers.get(random.nextInt(testers.size()));
    // Few references, so that many facts are seen again.
    String reference = seed + ":" + random.nextInt(25);
    var amount = BigDecimal.valueOf(1 + random.nextInt(5000), 2);
    var companyAccount = "c" + company;
    switch (random.nextInt(7)) {
      case 0 -> {
        if (BOOKS.<Boolean>does(() -> BOOKS.companies.charge(company, reference, amount, "Test"))) {
          assertThat(model.charged.put(reference, amount)).as("charged twice").isNull();
          model.add(companyAccount, amount.negate());
          model.charged.put(company + reference, amount);
        } else {
          assertThat(model.charged).containsKey(reference);
        }
      }
      case 1 -> {
        var charged = model.charged.get(company + reference);
        boolean done =
            BOOKS.<Boolean>does(() -> BOOKS.companies.takeBack(company, reference, "Failed"));
        assertThat(done).isEqualTo(charged != null);
        if (done) {
          model.charged.remove(company + reference);
          model.add(companyAccount, charged);
        }
      }
      case 2 -> {
        if (BOOKS.<Boolean>does(
            () -> BOOKS.companies.credit(company, reference, amount, "Present"))) {
          model.add(companyAccount, amount);
        }
      }
      case 3, 4 -> {
        var share = BigDecimal.valueOf(30 + random.nextInt(11), 2);
        if (BOOKS.<Boolean>does(
            () -> BOOKS.testers.earn(tester, company, reference, amount, share, usd("2.00")))) {
          var earned = Money.cents(amount.multiply(share)).add(usd("2.00"));
          assertThat(model.earned.put(reference, earned)).as("earned twice").isNull();
          model.holds.put(reference, tester.toString());
          model.add("t" + tester, earned);
        }
      }
      case 5 -> {
        if (BOOKS.<Boolean>does(
            () -> BOOKS.testers.bonus(tester, BonusKind.OTHER, amount, reference, "Well done"))) {
          model.add("t" + tester, amount);
        }
      }
      default -> holdOrEnd(random, reference, model);
    }
  }

  private void holdOrEnd(Random random, String reference, Model model) {
    var earned = model.earned.get(reference);
    if (earned == null) {
      return;
    }
    String owner = model.holds.get(reference);
    if (BOOKS.<Boolean>does(() -> BOOKS.testers.hold(reference, "Looked into"))) {
      model.add("t" + owner, earned.negate());
      model.add("h" + owner, earned);
    } else {
      var outcome =
          random.nextBoolean() ? TesterBook.Outcome.RELEASED : TesterBook.Outcome.FORFEITED;
      if (BOOKS.<Boolean>does(() -> BOOKS.testers.endHold(reference, "Looked at", outcome))) {
        model.add("h" + owner, earned.negate());
        if (outcome == TesterBook.Outcome.RELEASED) {
          model.add("t" + owner, earned);
        }
      }
    }
  }

  @Test
  void sixteenThreadsThatSeeTheSameFactsPostEachOnce() throws Exception {
    var companies = List.of(BOOKS.company(), BOOKS.company(), BOOKS.company());
    var testers = List.of(BOOKS.tester(), BOOKS.tester(), BOOKS.tester());
    var facts = new ArrayList<Fact>();
    for (int fact = 0; fact < 30; fact++) {
      String reference = "thread:" + fact;
      var company = companies.get(fact % 3);
      var tester = testers.get(fact % 3);
      facts.add(
          new Fact(
              () ->
                  BOOKS.does(
                      () ->
                          BOOKS.companies.charge(company, reference, usd("25.00"), "Test")
                              & BOOKS.testers.earn(
                                  tester,
                                  company,
                                  reference,
                                  usd("25.00"),
                                  usd("0.40"),
                                  usd("5.00")))));
    }
    int posted = 0;
    try (var threads = Executors.newFixedThreadPool(16)) {
      var tasks =
          IntStream.range(0, 16)
              .<Callable<Integer>>mapToObj(
                  thread ->
                      () -> {
                        var mine = new ArrayList<>(facts);
                        Collections.shuffle(mine, new Random(thread));
                        int count = 0;
                        for (Fact fact : mine) {
                          count += fact.posted().call() ? 1 : 0;
                        }
                        return count;
                      })
              .toList();
      for (var done : threads.invokeAll(tasks)) {
        posted += done.get();
      }
    }
    assertThat(posted).isEqualTo(30);
    for (int which = 0; which < 3; which++) {
      var company = companies.get(which);
      assertThat(BOOKS.does(() -> BOOKS.ledger.ofCompany(company))).isEqualByComparingTo("-250");
      assertThat(BOOKS.balance(AccountKind.TESTER_PAYABLE, testers.get(which)))
          .isEqualByComparingTo("150");
    }
    assertEverythingBalances();
  }

  private static BigDecimal sum(List<BigDecimal> amounts) {
    return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static void assertEverythingBalances() {
    var wrong =
        BOOKS.database.asSystem(
            sql ->
                sql.fetch(
                    "select transaction_id from billing.ledger_entries group by 1 having"
                        + " sum(amount_usd) <> 0 or count(*) < 2"));
    assertThat(wrong).isEmpty();
    assertThat(
            BOOKS.<BigDecimal>does(
                () ->
                    IntStream.range(0, AccountKind.values().length)
                        .mapToObj(place -> AccountKind.values()[place])
                        .map(
                            kind ->
                                kind.growsByDebit()
                                    ? BOOKS.ledger.total(kind)
                                    : BOOKS.ledger.total(kind).negate())
                        .reduce(BigDecimal.ZERO, BigDecimal::add)))
        .isZero();
  }
}
