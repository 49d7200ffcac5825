package dev.hitlai.monitoring.internal.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.identity.AuthMethod;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.UserType;
import dev.hitlai.monitoring.Suspicion;
import dev.hitlai.monitoring.internal.Writing;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.TestAccounts;
import dev.hitlai.testsupport.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;

/** Rules against signals, each test with subjects of its own. */
@PlatformTest
class DetectionTest {
  @LocalServerPort int port;
  @Autowired TestDatabase database;
  @Autowired Writing writing;
  @Autowired Signals signals;
  @Autowired Detection detection;
  @Autowired SecurityIncidents incidents;
  @Autowired ApplicationEventPublisher events;

  @Test
  void raisesOneIncidentForManyAccountsFromOneAddressAndCountsOn() {
    String address = address();
    logins(address, 9);
    detect();
    assertThat(of(Rule.STUFFING_FROM_ADDRESS, address)).isEmpty();
    logins(address, 3);
    detect();
    var raised = of(Rule.STUFFING_FROM_ADDRESS, address);
    assertThat(raised).hasSize(1);
    assertThat(raised.getFirst().occurrences()).isEqualTo(12);
    assertThat(raised.getFirst().severity()).isEqualTo("high");
    assertThat(raised.getFirst().notifiedAt()).isNotNull();
    logins(address, 4);
    detect();
    detect();
    var same = of(Rule.STUFFING_FROM_ADDRESS, address);
    assertThat(same).hasSize(1);
    assertThat(same.getFirst().id()).isEqualTo(raised.getFirst().id());
    assertThat(same.getFirst().occurrences()).isEqualTo(16);
  }

  @Test
  void seesManyAddressesOfOneAccount() {
    String account = "user:" + UUID.randomUUID();
    for (int i = 0; i < 5; i++) {
      signals.add(SignalKind.LOGIN_REFUSED, account, null, null, address(), "wrong_password");
    }
    detect();
    assertThat(of(Rule.STUFFING_ON_ACCOUNT, account)).hasSize(1);
  }

  @Test
  void noticesWhoAsksForWhatIsNotTheirs() {
    var company = new TestAccounts(port).company();
    for (int i = 0; i < 20; i++) {
      company.api().get("/api/test-runs/" + UUID.randomUUID());
    }
    detect();
    var raised = of(Rule.TENANT_PROBING, "user:" + company.owner().id());
    assertThat(raised).hasSize(1);
    assertThat(raised.getFirst().companyId()).isEqualTo(company.id());
    assertThat(raised.getFirst().relatedCalls()).isNotEmpty();
    assertThat(raised.getFirst().evidence()).contains("/api/test-runs/{id}");
    var honest = new TestAccounts(port).company();
    UUID missing = UUID.randomUUID();
    for (int i = 0; i < 25; i++) {
      honest.api().get("/api/test-runs/" + missing);
    }
    detect();
    assertThat(of(Rule.TENANT_PROBING, "user:" + honest.owner().id()))
        .as("the same thing again and again is an old link")
        .isEmpty();
  }

  @Test
  void noticesARevokedKeyAndAKeyFromManyNetworks() {
    var accounts = new TestAccounts(port);
    var company = accounts.company();
    var program = accounts.key(database, company, "tests:read");
    assertThat(program.get("/api/test-runs").status()).isEqualTo(200);
    String id = company.api().get("/api/company/api-keys").at("/data/0/id");
    assertThat(company.api().delete("/api/company/api-keys/" + id).status()).isLessThan(300);
    for (int i = 0; i < 3; i++) {
      assertThat(program.get("/api/test-runs").status()).isEqualTo(401);
    }
    detect();
    var raised = of(Rule.DEAD_KEY_USED, "key:" + id);
    assertThat(raised).hasSize(1);
    assertThat(raised.getFirst().companyId()).isEqualTo(company.id());

    String leaked = "key:" + UUID.randomUUID();
    for (int i = 0; i < 10; i++) {
      signals.add(SignalKind.KEY_USED, leaked, null, null, "10." + i + ".3.4", "");
    }
    detect();
    assertThat(of(Rule.KEY_FROM_MANY_NETWORKS, leaked)).hasSize(1);
  }

  @Test
  void makesIncidentsOfWhatOthersNotice() {
    String host = UUID.randomUUID() + ".example";
    String run = "run:" + UUID.randomUUID();
    events.publishEvent(new Suspicion(Suspicion.Kind.PROMPT_INJECTION, run, null, null, host));
    events.publishEvent(new Suspicion(Suspicion.Kind.BOT, run, null, null, "uniform timing"));
    detect();
    assertThat(of(Rule.INJECTION_PAGE, host)).hasSize(1);
    assertThat(of(Rule.BOT, run)).hasSize(1);
  }

  @Test
  void noticesWhoLeadsTheServerIntoItsNetwork() {
    String caller = "user:" + UUID.randomUUID();
    for (String host : List.of("127.0.0.1", "10.0.0.1", "169.254.169.254")) {
      signals.add(SignalKind.PRIVATE_DESTINATION, caller, null, null, address(), host);
    }
    detect();
    assertThat(of(Rule.PRIVATE_DESTINATIONS, caller).getFirst().evidence())
        .contains("169.254.169.254");
  }

  @Test
  void saysNothingOfAFalsePositiveAgainAndRaisesAResolvedOneAnewOnlyForNewSignals() {
    var admin = admin();
    String wrong = address();
    logins(wrong, 10);
    detect();
    as(
        () ->
            incidents.falsePositive(
                admin, of(Rule.STUFFING_FROM_ADDRESS, wrong).getFirst().id(), "A school's proxy."));
    logins(wrong, 30);
    detect();
    assertThat(of(Rule.STUFFING_FROM_ADDRESS, wrong)).hasSize(1);

    String right = address();
    logins(right, 10);
    detect();
    UUID first = of(Rule.STUFFING_FROM_ADDRESS, right).getFirst().id();
    as(() -> incidents.investigate(admin, first));
    as(() -> incidents.resolve(admin, first, "Blocked at the proxy."));
    detect();
    assertThat(of(Rule.STUFFING_FROM_ADDRESS, right)).hasSize(1);
    logins(right, 10);
    detect();
    assertThat(of(Rule.STUFFING_FROM_ADDRESS, right)).hasSize(2);
    assertThat(Tenancy.as(Actor.system("test"), () -> incidents.updates(first)))
        .extracting(SecurityIncidents.Update::status)
        .containsExactly("open", "investigating", "resolved");
  }

  @Test
  void takesThresholdsFromSettingsAndRefusesRulesThatAreNone() {
    var settings =
        new SecuritySettings(
            Duration.ofSeconds(30),
            Duration.ofDays(7),
            "high",
            Map.of("tenantprobing", new SecuritySettings.Threshold(0, null)));
    assertThat(settings.count(Rule.TENANT_PROBING)).isZero();
    assertThat(settings.window(Rule.TENANT_PROBING)).isEqualTo(Duration.ofMinutes(10));
    assertThat(settings.count(Rule.BOT)).isOne();
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () ->
                new SecuritySettings(
                    Duration.ofSeconds(30),
                    Duration.ofDays(7),
                    "high",
                    Map.of("tenant-probbing", new SecuritySettings.Threshold(1, null))))
        .hasMessageContaining("no security rule");
  }

  @Test
  void knowsTheNetworkOfAnAddress() {
    assertThat(Signals.network("192.0.2.77")).isEqualTo("192.0.2.0/24");
    assertThat(Signals.network("2001:db8:1:2::3")).isEqualTo("2001:0db8:0001::/48");
    assertThat(Signals.network(null)).isNull();
  }

  private void logins(String address, int accounts) {
    for (int i = 0; i < accounts; i++) {
      signals.add(
          SignalKind.LOGIN_REFUSED,
          "tried:" + UUID.randomUUID(),
          null,
          null,
          address,
          "unknown_email");
    }
  }

  private void detect() {
    writing.write(false);
    Tenancy.run(Actor.system("test"), detection::run);
  }

  private List<SecurityIncidents.Incident> of(Rule rule, String subject) {
    return Tenancy.as(Actor.system("test"), () -> incidents.list("", rule.code(), 1000, 0)).stream()
        .filter(one -> one.subject().equals(subject))
        .toList();
  }

  private static void as(Runnable work) {
    Tenancy.run(Actor.system("test"), work::run);
  }

  private CurrentUser admin() {
    var person = new TestAccounts(port).admin(database);
    return CurrentUser.person(
        person.id(), person.email(), "Admin", UserType.ADMIN, null, null, null, AuthMethod.JWT);
  }

  private static String address() {
    return "2001:db8:%x:%x::%x"
        .formatted(
            (int) (Math.random() * 65535),
            (int) (Math.random() * 65535),
            (int) (1 + Math.random() * 65534));
  }
}
