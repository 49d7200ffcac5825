package dev.hitlai.models.internal;

import static dev.hitlai.models.internal.jooq.Tables.AI_INFERENCE_LOGS;
import static dev.hitlai.models.internal.jooq.Tables.CIRCUIT_BREAKER_EVENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hitlai.models.ModelClient;
import dev.hitlai.models.ModelRequest;
import dev.hitlai.models.ModelTask;
import dev.hitlai.models.ModelTask.Complexity;
import dev.hitlai.models.ModelUnavailable;
import dev.hitlai.models.ModelUnavailable.Why;
import dev.hitlai.models.Tier;
import dev.hitlai.models.internal.call.FakeProvider;
import dev.hitlai.models.internal.call.FakeProvider.Behaviour;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.SettableClock;
import dev.hitlai.testsupport.TestAccounts;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** Calls with the database behind them. */
@PlatformTest
class StoredCallsTest {
  private final FakeProvider fake = new FakeProvider();
  private final String code = "fake-" + UUID.randomUUID().toString().substring(0, 8);

  @LocalServerPort int port;
  @Autowired ModelClient client;
  @Autowired Providers providers;
  @Autowired Registry registry;
  @Autowired Budgets budgets;
  @Autowired StoredLedger ledger;
  @Autowired DSLContext sql;
  @Autowired TransactionTemplate transactions;
  @Autowired SettableClock clock;
  private String version = "";
  private UUID id = UUID.randomUUID();

  @BeforeEach
  void register() {
    var provider =
        asAdmin(
            () ->
                providers.add(
                    new Providers.Change(
                        code, "Fake", "openai_compatible", fake.url(), true, true, 5, 50),
                    "sk-very-secret",
                    null));
    var entry = asAdmin(() -> registry.add(provider.id(), change(), null));
    version = entry.key();
    id = entry.id();
  }

  private static Registry.Change change() {
    return new Registry.Change(
        "small-1",
        "Fake small",
        "external",
        null,
        100_000,
        4_000,
        true,
        true,
        new BigDecimal("0.15"),
        new BigDecimal("0.075"),
        new BigDecimal("0.60"),
        50,
        true);
  }

  @AfterEach
  void forget() {
    clock.reset();
    asAdmin(
        () -> {
          registry.remove(id);
          return true;
        });
    fake.close();
  }

  @Test
  void keepsKeysEncryptedAndShowsTheirEndOnly() {
    var provider = asAdmin(providers::all).stream().filter(p -> p.code().equals(code)).findFirst();
    assertThat(provider).hasValueSatisfying(p -> assertThat(p.keyHint()).isEqualTo("…cret"));
    var stored =
        asAdmin(
            () -> sql.fetchValue("select sealed_key from models.providers where code = ?", code));
    assertThat(new String((byte[]) stored)).doesNotContain("secret");
    client.ask(question(), version);
    assertThat(fake.headers().getFirst()).contains("sk-very-secret");
  }

  @Test
  void logsEachTryWithItsExactCostAndAnswersTheSameCallFromItsBooks() {
    fake.then(new Behaviour.Fail(500, "0")).usage(1234, 1000, 7);
    var company = new TestAccounts(port).company().id();
    var request = question().paidBy(null, company);
    var first = client.ask(request, version);
    var second = client.ask(request, version);
    assertThat(second.text()).isEqualTo(first.text());
    assertThat(second.costUsd()).isZero();
    assertThat(fake.bodies()).hasSize(2);
    var rows =
        asAdmin(
            () ->
                sql.selectFrom(AI_INFERENCE_LOGS)
                    .where(AI_INFERENCE_LOGS.CALL_ID.eq(request.callId()))
                    .orderBy(AI_INFERENCE_LOGS.ATTEMPT)
                    .fetch());
    assertThat(rows).extracting(row -> row.getStatus()).containsExactly("server_error", "answered");
    // 234 × 0.15 + 1000 × 0.075 + 7 × 0.60 a million
    assertThat(rows.get(1).getCostUsd()).isEqualByComparingTo("0.0001143");
    assertThat(rows.get(1).getCachedInputTokens()).isEqualTo(1000);
    assertThat(rows.get(0).getCostUsd()).isZero();
    assertThat(first.costUsd()).isEqualByComparingTo("0.0001143");
  }

  @Test
  void neverPassesACompanysBudgetHoweverManyServersAsk() {
    var company = new TestAccounts(port).company().id();
    fake.usage(2000, 0, 4000);
    asAdmin(
        () -> {
          budgets.set(Budgets.Scope.COMPANY, company, new BigDecimal("0.0100"), null);
          return true;
        });
    var asked =
        IntStream.range(0, 16)
            .mapToObj(
                _ ->
                    CompletableFuture.supplyAsync(
                        () -> {
                          try {
                            client.ask(question().paidBy(null, company).atMost(4000), version);
                            return true;
                          } catch (ModelUnavailable e) {
                            assertThat(e.why()).isEqualTo(Why.BUDGET);
                            return false;
                          }
                        }))
            .toList();
    long done = asked.stream().filter(CompletableFuture::join).count();
    assertThat(done).isBetween(1L, 3L);
    var spent =
        asAdmin(
            () ->
                sql.select(DSL.sum(AI_INFERENCE_LOGS.COST_USD))
                    .from(AI_INFERENCE_LOGS)
                    .where(AI_INFERENCE_LOGS.COMPANY_ID.eq(company))
                    .fetchSingle()
                    .value1());
    assertThat(spent).isLessThanOrEqualTo(new BigDecimal("0.01"));
    var use =
        asAdmin(
            () ->
                sql.fetchSingle(
                    "select spent_usd, reserved_usd from models.budget_use where subject = ?",
                    company));
    assertThat((BigDecimal) use.get(0)).isEqualByComparingTo(spent);
    assertThat((BigDecimal) use.get(1)).isZero();
  }

  @Test
  void sharesABreakerThroughTheDatabaseAndWritesItsChangesDown() {
    fake.then(
        Stream.generate(() -> new Behaviour.Fail(503, "0")).limit(5).toArray(Behaviour[]::new));
    clock.moveTo(clock.instant());
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> client.ask(question(), version))
          .isInstanceOf(ModelUnavailable.class);
    }
    assertThat(fake.bodies()).hasSize(5);
    clock.advance(Duration.ofSeconds(20));
    assertThat(client.ask(question(), version).text()).isEqualTo("OK");
    var events =
        asAdmin(
            () ->
                sql.select(CIRCUIT_BREAKER_EVENTS.EVENT_TYPE)
                    .from(CIRCUIT_BREAKER_EVENTS)
                    .where(CIRCUIT_BREAKER_EVENTS.SERVICE_NAME.eq(code))
                    .orderBy(CIRCUIT_BREAKER_EVENTS.ID)
                    .fetch(CIRCUIT_BREAKER_EVENTS.EVENT_TYPE));
    assertThat(events)
        .containsExactly(
            "failure",
            "failure",
            "failure",
            "failure",
            "failure",
            "opened",
            "half_open",
            "success",
            "closed");
  }

  @Test
  void takesAVersionOutOfRoutingButStillAsksItByName() {
    assertThat(routed()).contains(version);
    asAdmin(
        () -> {
          registry.takeOutOfRouting(version, "A critical weakness was found.");
          return true;
        });
    assertThat(routed()).doesNotContain(version);
    asAdmin(
        () -> {
          registry.putIntoRouting(version);
          return true;
        });
    assertThat(routed()).contains(version);
    assertThat(client.ask(question(), version).version()).isEqualTo(version);
  }

  private List<String> routed() {
    return asAdmin(
        () ->
            registry.candidates().stream()
                .filter(Registry.Candidate::routed)
                .map(one -> one.target().version())
                .toList());
  }

  @Test
  void settlesWhatAServerThatDiedLeftBehindAtTheMostItCanHaveCost() {
    var request = question();
    ledger.begin(request);
    var target = asAdmin(() -> registry.named(version)).orElseThrow();
    ledger.reserve(request, target, new BigDecimal("0.5"));
    assertThatThrownBy(() -> client.ask(request, version)).hasMessageContaining("on its way");
    clock.advance(Duration.ofMinutes(16));
    ledger.sweep();
    ledger.sweep();
    var rows =
        asAdmin(
            () ->
                sql.selectFrom(AI_INFERENCE_LOGS)
                    .where(AI_INFERENCE_LOGS.CALL_ID.eq(request.callId()))
                    .fetch());
    assertThat(rows)
        .singleElement()
        .satisfies(row -> assertThat(row.getStatus()).isEqualTo("lost"));
    assertThat(client.ask(request, version).text()).isEqualTo("OK");
  }

  @Test
  void routesByPhaseAndDifficulty() {
    assertThat(StoredDirectory.tiers(Complexity.SIMPLE, 1)).containsExactly(Tier.EXTERNAL);
    assertThat(StoredDirectory.tiers(Complexity.COMPLEX, 2))
        .containsExactly(Tier.FINE_TUNED, Tier.EXTERNAL);
    assertThat(StoredDirectory.tiers(Complexity.MEDIUM, 3))
        .containsExactly(Tier.SELF_HOSTED, Tier.FINE_TUNED, Tier.EXTERNAL);
    assertThat(StoredDirectory.tiers(Complexity.COMPLEX, 3))
        .containsExactly(Tier.FINE_TUNED, Tier.EXTERNAL);
    assertThat(StoredDirectory.tiers(Complexity.COMPLEX, 4))
        .containsExactly(Tier.SELF_HOSTED, Tier.FINE_TUNED, Tier.EXTERNAL);
  }

  private static ModelRequest question() {
    return ModelRequest.of(ModelTask.TRIAL, "You answer.", "What?");
  }

  private <T> T asAdmin(Supplier<T> act) {
    return Tenancy.as(Actor.admin(UUID.randomUUID()), () -> transactions.execute(_ -> act.get()));
  }
}
